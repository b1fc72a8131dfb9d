/** Where `--store` leads. */
import { tooling } from "../compiler/index.ts";
import type { Call } from "./options.ts";

/** From the working directory. */
export function storePath({ options, terminal }: Call): string {
  return tooling.joinPath(terminal.cwd, String(options.store));
}
