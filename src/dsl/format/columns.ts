/** How wide a line may be, and how what is wider is broken. */

/** Where a sentence, a list of imports or of parameters is broken; comments behind it do not count. */
const columns = 100;

/** Between its braces or parentheses, an item a line. */
export function brokenList(items: readonly string[], depth: number): string {
  const inner = indentation(depth + 1);
  return `\n${items.map((item) => inner + item).join(",\n")}\n${indentation(depth)}`;
}

export function indentation(depth: number): string {
  return "  ".repeat(depth);
}

/** Counted in code points; a broken head's last line is what counts. */
export function fits(line: string, depth: number): boolean {
  return [...line].length + 2 * depth <= columns;
}
