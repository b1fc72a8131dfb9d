/** The cases of a vectors folder: what other schedulers' own tests expect of a cron expression. */

export interface VectorFile {
  readonly dialect: string;
  readonly cases: readonly VectorCase[];
}

export interface VectorCase {
  readonly id: string;
  /** Overrides the file's. */
  readonly dialect?: string;
  readonly tier?: string;
  readonly expr?: string;
  readonly tz?: string;
  /** The project refuses it; or reads it. */
  readonly invalid?: true;
  readonly valid?: true;
  readonly from?: string;
  /** Whether `from` itself may be the first answer. */
  readonly inclusive?: boolean;
  readonly expect?: readonly string[];
  readonly dir?: "prev";
  /** Nothing further fires. */
  readonly exhausted?: true;
  /** Horizons: exclusive, inclusive unless told, inclusive. */
  readonly before?: string;
  readonly end?: string;
  readonly endInclusive?: boolean;
  readonly start?: string;
  readonly at?: string;
  readonly match?: boolean;
  readonly equivalent?: string | readonly string[];
  readonly notEquivalent?: string | readonly string[];
  readonly semantics?: readonly string[];
  /** The DST policies under which a `policy` case holds. */
  readonly policies?: readonly string[];
}

export function isCron({ dialect }: VectorFile, vector: VectorCase): vector is VectorCase & { readonly expr: string } {
  const spoken = vector.dialect ?? dialect;
  return (spoken === "cron5" || spoken === "cron6s") && vector.expr !== undefined;
}
