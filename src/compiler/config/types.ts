/** `schedc.json`: data, never code. Its JSON schema is `schema/config.json`. */
import type { Limits, Severity } from "../../dsl/index.ts";

export interface Config {
  /** The zone of a job that names none; else UTC. */
  readonly timezone?: string;
  /** By code, what a finding counts as. Errors of the language itself cannot be turned off. */
  readonly severities?: Readonly<Record<string, Severity | "off">>;
  readonly limits?: Partial<Limits>;
  /** The package that generated modules import. */
  readonly runtime?: "schedc/runtime" | "schedc-runtime";
  readonly imports?: {
    /** How relative imports of tasks end; else by the nearest tsconfig.json. */
    readonly ending?: ".ts" | ".js";
    /** Folders that imports may reach, relative to the config; else the root alone. */
    readonly folders?: readonly string[];
    /** Every task has to be imported: none is left for the program to give. */
    readonly required?: boolean;
  };
}
