/** Line ends of a source, whichever it has. */

/** How many lines end between two places. */
export function countLines(source: string, start: number, end: number): number {
  return source.slice(start, end).match(/\r\n|[\r\n]/g)?.length ?? 0;
}

/** With LF alone. */
export function newlines(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}
