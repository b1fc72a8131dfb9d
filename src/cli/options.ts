/** The options that every command has, and the table in which a command says its own. */
import { type Command, Option } from "commander";
import type { ColorChoice } from "./terminal.ts";

export interface CommonOptions {
  readonly format: string;
  readonly color: ColorChoice;
  readonly quiet?: boolean;
  readonly config?: string;
}

/** What a command of the line is, before anything it needs is loaded. */
export interface Verb {
  readonly name: string;
  /** As in the usage line. */
  readonly arguments?: string;
  readonly summary: string;
  /** What help says beyond the options. */
  readonly description: string;
  readonly examples: readonly (readonly [line: string, does: string])[];
  readonly formats: readonly string[];
  readonly options?: (command: Command) => void;
  readonly load: () => Promise<VerbModule>;
}

export interface VerbModule {
  readonly run: (call: Call) => Promise<number>;
}

/** One call of a command: what stands on the line, and the world it runs in. */
export interface Call {
  readonly paths: readonly string[];
  readonly options: CommonOptions & Readonly<Record<string, unknown>>;
  readonly terminal: import("./terminal.ts").Terminal;
}

export function addCommonOptions(command: Command, formats: readonly string[]): void {
  command
    .addOption(new Option("--format <name>", "how results are printed").choices(formats).default(formats[0]))
    .addOption(
      new Option("--color <when>", "colours on the terminal").choices(["auto", "always", "never"]).default("auto"),
    )
    .option("-q, --quiet", "print findings and results alone")
    .option("--config <file>", "the schedc.json to use instead of the nearest one above");
}
