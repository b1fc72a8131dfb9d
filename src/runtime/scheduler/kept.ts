/** What is kept of the outcome of a run: text of a bounded size, whatever the task gave or threw. */

/** The most that is kept of a result or an error, in UTF-16 code units. */
const MOST = 16_384;
/** Members and items of a result that are written; one that has more is not worth the time. */
const MOST_MEMBERS = 20_000;

/** JSON of what a run gave; of one that is too large, a JSON string of how it begins. Undefined where there is nothing to keep. */
export function keptResult(result: unknown): string | undefined {
  if (result === undefined) return undefined;
  let members = 0;
  try {
    const text: string | undefined = JSON.stringify(result, (_key, value: unknown) => {
      if (++members > MOST_MEMBERS) throw new RangeError("too many members");
      if (typeof value === "bigint") return String(value);
      return typeof value === "string" ? shortened(value) : value;
    });
    // Half of it at most: a quote inside takes two places.
    return text === undefined || text.length <= MOST ? text : JSON.stringify(shortened(text, MOST >> 1));
  } catch {
    return undefined;
  }
}

/** Name and message of an error, a line for each of its causes; never throws itself. */
export function keptError(error: unknown): string {
  const lines: string[] = [];
  const seen = new Set<unknown>();
  let [cause, indent]: [unknown, string] = [error, ""];
  while (lines.length < 10 && !seen.has(cause)) {
    seen.add(cause);
    lines.push(indent + described(cause));
    cause = member(cause, "cause");
    if (cause === undefined) break;
    indent = "caused by ";
  }
  return shortened(lines.join("\n"));
}

/** `depth` bounds errors of errors, which may hold each other. */
function described(error: unknown, depth = 0): string {
  try {
    const message = member(error, "message");
    if (typeof message !== "string") return typeof error === "string" ? error : (keptResult(error) ?? String(error));
    const [name, code, parts] = [member(error, "name"), member(error, "code"), member(error, "errors")];
    const list = Array.isArray(parts) && depth < 2 ? parts.slice(0, 10).map((part) => described(part, depth + 1)) : [];
    return (
      `${typeof name === "string" ? name : "Error"}${typeof code === "string" ? ` (${code})` : ""}: ${shortened(message)}` +
      (list.length === 0 ? "" : ` [${list.join("; ")}]`)
    );
  } catch {
    return "what cannot be shown";
  }
}

function member(of: unknown, name: string): unknown {
  if ((typeof of !== "object" && typeof of !== "function") || of === null) return undefined;
  try {
    return (of as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

function shortened(text: string, most: number = MOST): string {
  if (text.length <= most) return text;
  const note = `… (${text.length} characters)`;
  return text.slice(0, most - note.length) + note;
}
