/** What is wrong with the command line, in the words of the other messages. */

/** Each form in which the reader of the line refuses it. */
const forms: readonly (readonly [pattern: RegExp, say: (...parts: string[]) => string])[] = [
  [/^unknown command '(.*)'$/s, (name) => `there is no command ${name}${hint(name)}`],
  [/^unknown option '(.*)'$/s, (name) => `there is no option ${name}`],
  [/^option '[^']*?(--[\w-]+)[^']*' argument missing$/, (option) => `${option} needs a value`],
  [
    /^option '[^']*?(--[\w-]+)[^']*' argument '(.*)' is invalid\. (.*)$/s,
    (option, value, why) => `${option}: ${value} ${fault(why)}`,
  ],
  [/^missing required argument '(.*)'$/, (name) => `no ${name} is named`],
  [
    /^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\b/s,
    (name, most, got) => `${name} takes ${most} argument${most === "1" ? "" : "s"}, and there are ${got}`,
  ],
];

/** The text as the reader gives it, with its hints below; one that has no form of its own stays as it is. */
export function refusalText(text: string): string {
  const [, refused = "", meant, rest = ""] = /^error: (.*?)(?:\n\(Did you mean (.*?)\?\))?\n(.*)$/s.exec(text) ?? [];
  for (const [pattern, say] of forms) {
    const found = pattern.exec(refused);
    if (!found) continue;
    const guess = meant === undefined ? "" : `; did you mean ${meant.replace(/^one of /, "")}?`;
    return `schedc: ${say(...found.slice(1))}${guess}\n${rest}`;
  }
  return text;
}

/** A file where a command is due: the first thing that is tried. */
function hint(name: string): string {
  return name.endsWith(".sched") ? `; to look at the file, write \`schedc check ${name}\`` : "";
}

function fault(why: string): string {
  const choices = /^Allowed choices are (.*)\.$/.exec(why)?.[1];
  return choices === undefined ? why : `is none of ${choices}`;
}
