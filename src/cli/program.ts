/** The command line: reads it, loads the command it names, and says how that ended. */
import { Command, CommanderError, type OutputConfiguration } from "commander";
import { exitCode } from "./exit-code.ts";
import { addCommonOptions, type Call, type Verb } from "./options.ts";
import type { Terminal } from "./terminal.ts";
import { verbs } from "./verbs.ts";
import { version } from "./version.ts";

/** Runs one call of `schedc`, without its own name; answers the exit code and never throws. */
export async function runProgram(line: readonly string[], terminal: Terminal): Promise<number> {
  let ended: number = exitCode.clean;
  const refusals: string[] = [];
  const program = createProgram(outputOf(terminal, refusals), terminal, (code) => {
    ended = code;
  });
  try {
    await program.parseAsync([...line], { from: "user" });
    return ended;
  } catch (error) {
    // Help and version end the reading of the line, too, but nothing failed.
    if (error instanceof CommanderError && error.exitCode === 0) return exitCode.clean;
    const { reportFailure, reportRefusal } = await import("./failure.ts");
    return error instanceof CommanderError
      ? reportRefusal(refusals.join(""), terminal)
      : reportFailure(error, terminal);
  }
}

function createProgram(output: OutputConfiguration, terminal: Terminal, end: (code: number) => void): Command {
  const program = new Command("schedc")
    .description("Schedules as code: checks .sched files, compiles them, and says when their jobs fire.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show the help of a command")
    .showHelpAfterError("Run `schedc --help` to see what there is.")
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput(output);
  for (const verb of verbs) addVerb(program, verb, terminal, end);
  program.addHelpText("after", `${examplesOf(examples)}\n\n${exitCodes}`);
  return program;
}

function addVerb(program: Command, verb: Verb, terminal: Terminal, end: (code: number) => void): void {
  // What the program says about help, output and exits holds for its commands too.
  const command = program
    .command([verb.name, verb.arguments].filter(Boolean).join(" "))
    .summary(verb.summary)
    .description(`${verb.summary.charAt(0).toUpperCase()}${verb.summary.slice(1)}.\n${verb.description}`)
    .showHelpAfterError(`Run \`schedc ${verb.name} --help\` to see how it is called.`);
  verb.options?.(command);
  addCommonOptions(command, verb.formats);
  command.addHelpText("after", examplesOf(verb.examples));
  command.action(async () => {
    const { run } = await verb.load();
    end(await run({ paths: command.args, options: command.opts<Call["options"]>(), terminal }));
  });
}

/** What the first hours need, in their order. */
const examples: Verb["examples"] = [
  ['schedc explain "every weekday 9-17 at :30"', "what a sentence means, and when it fires"],
  ["schedc check", "what is wrong in the .sched files below this folder"],
  ["schedc next -n 3 orders.sched", "the next three fires of each of its jobs"],
  ["schedc build", "the module orders.sched.ts beside each orders.sched"],
  ["schedc help next", "a command's options, with examples of its own"],
];

const exitCodes =
  "Exit codes: 0 clean · 1 findings, stale or unformatted · 2 could not run · 70 a mistake of schedc itself.";

function examplesOf(list: Verb["examples"]): string {
  return `\nExamples:\n${list.map(([line, does]) => `  $ ${line}\n      ${does}`).join("\n")}`;
}

/** What is wrong with the line is held back in `refusals`: it quotes the line, which may be of any characters. */
function outputOf(terminal: Terminal, refusals: string[]): OutputConfiguration {
  return {
    writeOut: (text) => terminal.out(text),
    writeErr: (text) => void refusals.push(text),
    getOutHelpWidth: () => terminal.stdout.columns ?? 100,
    getErrHelpWidth: () => terminal.stderr.columns ?? 100,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  };
}
