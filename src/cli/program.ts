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
  const program = createProgram(terminal, (code) => {
    ended = code;
  });
  try {
    await program.parseAsync([...line], { from: "user" });
    return ended;
  } catch (error) {
    // Help and version end the reading of the line, too, but nothing failed.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.clean : exitCode.failed;
    return (await import("./failure.ts")).reportFailure(error, terminal);
  }
}

function createProgram(terminal: Terminal, end: (code: number) => void): Command {
  const program = new Command("schedc")
    .description("Schedules as code: checks .sched files, compiles them, and says when their jobs fire.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show the help of a command")
    .showHelpAfterError("Run `schedc --help` to see what there is.")
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput(outputOf(terminal));
  for (const verb of verbs) addVerb(program, verb, terminal, end);
  program.addHelpText("after", "\nExit codes: 0 clean · 1 findings · 2 could not run · 70 a mistake of schedc itself.");
  return program;
}

function addVerb(program: Command, verb: Verb, terminal: Terminal, end: (code: number) => void): void {
  const command = program
    .command([verb.name, verb.arguments].filter(Boolean).join(" "))
    .summary(verb.summary)
    .description(`${verb.summary.charAt(0).toUpperCase()}${verb.summary.slice(1)}.\n${verb.description}`)
    .helpOption("-h, --help", "show help")
    .showHelpAfterError(`Run \`schedc ${verb.name} --help\` to see how it is called.`)
    .exitOverride()
    .configureOutput(outputOf(terminal));
  verb.options?.(command);
  addCommonOptions(command, verb.formats);
  command.addHelpText("after", examplesOf(verb));
  command.action(async () => {
    const { run } = await verb.load();
    end(await run({ paths: command.args, options: command.opts<Call["options"]>(), terminal }));
  });
}

function examplesOf({ examples }: Verb): string {
  return `\nExamples:\n${examples.map(([line, does]) => `  $ ${line}\n      ${does}`).join("\n")}`;
}

function outputOf(terminal: Terminal): OutputConfiguration {
  return {
    writeOut: (text) => terminal.out(text),
    writeErr: (text) => terminal.err(text),
    getOutHelpWidth: () => terminal.stdout.columns ?? 100,
    getErrHelpWidth: () => terminal.stderr.columns ?? 100,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  };
}
