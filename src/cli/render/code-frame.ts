/** The lines of a source that a finding is about, what it is about underlined. */
import type { Span } from "../../dsl/index.ts";
import { type ShownLine, showLine } from "./cells.ts";
import type { LineMap } from "./line-map.ts";
import type { Paint, Style } from "./style.ts";

export interface Label {
  readonly span: Span;
  readonly message?: string;
  readonly mark: "^" | "-";
  readonly paint: Paint;
}

/** Of a span over many lines so many are shown at its start and at its end. */
const shownAtEachEnd = 3;

/** What a label covers of one line, in UTF-16 offsets of it. */
interface Part {
  readonly line: number;
  readonly label: Label;
  readonly start: number;
  readonly end: number;
  /** The message stands behind this one. */
  readonly last: boolean;
}

/** Rows behind a gutter of the given width; labels may be of any order and overlap. */
export function codeFrame(
  labels: readonly Label[],
  map: LineMap,
  gutter: number,
  width: number,
  style: Style,
): string[] {
  const parts = labels.flatMap((label) => partsOf(label, map));
  const lines = [...new Set(parts.map((part) => part.line))].sort((a, b) => a - b);
  return lines.flatMap((line, index) => {
    const here = parts.filter((part) => part.line === line);
    const focus = [Math.min(...here.map((part) => part.start)), Math.max(...here.map((part) => part.end))] as const;
    const shown = showLine(map.line(line), ...focus, width);
    const gap = index > 0 && line > (lines[index - 1] ?? 0) + 1;
    return [
      ...(gap ? [`${" ".repeat(gutter)} ${style.faint("┆")}`] : []),
      `${style.faint(`${String(line).padStart(gutter)} │`)} ${shown.text}`.trimEnd(),
      ...here.map((part) => underline(part, shown, gutter, style)),
    ];
  });
}

/** The width of the widest line number that the labels need. */
export function gutterOf(labels: readonly Label[], map: LineMap): number {
  return Math.max(...labels.map(({ span }) => String(map.position(Math.max(span.start, span.end - 1)).line).length));
}

function underline({ label, start, end, last }: Part, shown: ShownLine, gutter: number, style: Style): string {
  const from = shown.column(start);
  const mark = label.paint(label.mark.repeat(Math.max(1, shown.column(end) - from)));
  const message = last && label.message !== undefined ? ` ${label.paint(label.message)}` : "";
  return `${" ".repeat(gutter)} ${style.faint("│")} ${" ".repeat(from)}${mark}${message}`;
}

function partsOf(label: Label, map: LineMap): Part[] {
  const first = map.position(label.span.start);
  // A span that ends at a line's start does not reach into that line.
  const end = map.position(Math.max(label.span.start, label.span.end - 1));
  const parts: Part[] = [];
  for (let line = first.line; line <= end.line; line++) {
    if (line - first.line === shownAtEachEnd && end.line - line > shownAtEachEnd) line = end.line - shownAtEachEnd + 1;
    const text = map.line(line);
    const inner = line !== first.line && line !== end.line;
    if (inner && text.trim() === "") continue;
    const start = line === first.line ? first.column - 1 : text.length - text.trimStart().length;
    const stop = line === end.line ? label.span.end - map.start(line) : text.trimEnd().length;
    parts.push({ line, label, start, end: Math.max(start, stop), last: line === end.line });
  }
  return parts;
}
