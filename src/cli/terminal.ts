/** What a command sees of the process that runs it; tests give their own. */

export interface Terminal {
  /** Where names of files on the command line start; absolute, with `/`. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results. */
  out(text: string): void;
  /** Everything else. */
  err(text: string): void;
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** All of the standard input. */
  readInput(): Promise<string>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves when someone asks the process to stop. */
  interrupted(): Promise<void>;
}

export interface Stream {
  readonly isTTY: boolean;
  /** Undefined where it is no terminal. */
  readonly columns: number | undefined;
}

export type ColorChoice = "auto" | "always" | "never";

/** `NO_COLOR` and a dumb terminal turn colours off, `FORCE_COLOR` turns them on; what was asked for beats both. */
export function wantsColor(choice: ColorChoice, stream: Stream, env: Terminal["env"]): boolean {
  if (choice !== "auto") return choice === "always";
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR && env.FORCE_COLOR !== "0") return true;
  return stream.isTTY && env.TERM !== "dumb";
}
