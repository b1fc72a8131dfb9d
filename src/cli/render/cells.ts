/** A line of source as a terminal shows it: tabs spread, wide characters counted twice, nothing that acts on the screen. */
import stringWidth from "string-width";
import { printable } from "../../dsl/index.ts";

/** What is shown of a line. */
export interface ShownLine {
  readonly text: string;
  /** The column, from 0, in which the character at a UTF-16 offset of the line stands; the edge where it is cut off. */
  column(offset: number): number;
}

interface Cell {
  readonly text: string;
  readonly width: number;
  /** UTF-16 offset in the line. */
  readonly start: number;
  /** Columns from where the cells begin. */
  readonly column: number;
}

const tab = 4;
const segmenter = new Intl.Segmenter("en");

/** The line cut to `width` columns around the part from `start` to `end`, UTF-16 offsets in the line. */
export function showLine(line: string, start: number, end: number, width: number): ShownLine {
  // Only so much of a very long line is ever looked at.
  const reach = width * 4;
  const first = Math.max(0, start - reach);
  const cells = cellsOf(line.slice(first, Math.min(Math.max(start, end), start + reach) + reach), first);
  const total = widthOf(cells);
  if (first === 0 && total <= width) return shown(cells, 0, "", "");
  const room = width - 2;
  const focus = columnOf(cells, start);
  const covered = Math.min(columnOf(cells, end) - focus, room);
  const wished = focus - Math.max(4, Math.floor((room - covered) / 2));
  const left = Math.max(0, Math.min(wished, total - room));
  const kept = cells.filter((cell) => cell.column >= left && cell.column + cell.width <= left + room);
  const cutLeft = first > 0 || left > 0;
  const cutRight = left + room < total;
  return shown(kept, kept[0]?.column ?? 0, cutLeft ? "…" : "", cutRight ? "…" : "");
}

function shown(cells: readonly Cell[], left: number, lead: string, tail: string): ShownLine {
  const width = widthOf(cells) - left;
  return {
    text: `${lead}${cells.map((cell) => cell.text).join("")}${tail}`,
    column: (offset) => lead.length + Math.max(0, Math.min(columnOf(cells, offset) - left, width + tail.length)),
  };
}

function cellsOf(text: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const visible = segment === "\t" ? " ".repeat(tab - (column % tab)) : printable(segment).replace(/[\n\r]/g, "");
    const width = segment === "\t" ? visible.length : stringWidth(visible);
    cells.push({ text: visible, width, start: offset + index, column });
    column += width;
  }
  return cells;
}

/** Where the cells end. */
function widthOf(cells: readonly Cell[]): number {
  const last = cells.at(-1);
  return last ? last.column + last.width : 0;
}

function columnOf(cells: readonly Cell[], offset: number): number {
  return cells.find((cell) => cell.start >= offset)?.column ?? widthOf(cells);
}
