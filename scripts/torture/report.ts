/** The crash table: a line for each kind of harm, and below it whatever was found. */

export interface Row {
  readonly what: string;
  /** Handlers that began, images that were opened: what the harm was done to. */
  readonly runs: number;
  /** How often harm was done. */
  readonly faults: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly wrong: readonly string[];
  readonly note?: string;
}

/** What could not be tried here, and why. */
export interface LeftOut {
  readonly what: string;
  readonly leftOut: string;
}

export function isFine(row: Row | LeftOut): boolean {
  return "leftOut" in row || row.lost.length + row.doubled.length + row.wrong.length === 0;
}

const SHOWN = 10;

export function tableOf(rows: readonly (Row | LeftOut)[]): string {
  const cells = rows.map((row) =>
    "leftOut" in row
      ? [row.what, "", "", "", "", "", `left out: ${row.leftOut}`]
      : [
          row.what,
          String(row.runs),
          String(row.faults),
          String(row.lost.length),
          String(row.doubled.length),
          String(row.wrong.length),
          row.note ?? "",
        ],
  );
  const all = [["", "runs", "faults", "lost", "doubled", "wrong", ""], ...cells];
  const widths = all.reduce<number[]>((most, row) => row.map((cell, n) => Math.max(most[n] ?? 0, cell.length)), []);
  const lines = all.map((row) =>
    row
      .map((cell, n) => (n === 0 || n === row.length - 1 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  return [...lines, ...rows.flatMap(details)].join("\n");
}

function details(row: Row | LeftOut): string[] {
  if ("leftOut" in row) return [];
  return (["lost", "doubled", "wrong"] as const).flatMap((kind) => {
    const found = row[kind];
    const more = found.length > SHOWN ? [`  … and ${found.length - SHOWN} more`] : [];
    return [...found.slice(0, SHOWN).map((one) => `  ${row.what}: ${kind}: ${one}`), ...more];
  });
}
