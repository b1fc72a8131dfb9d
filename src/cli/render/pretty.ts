/** Findings for people: what is wrong, where it stands, and what to do. */
import { type Diagnostic, printable, printableLine } from "../../dsl/index.ts";
import { codeFrame, gutterOf, type Label } from "./code-frame.ts";
import { fixDiff } from "./fix-diff.ts";
import { createLineMap, type LineMap } from "./line-map.ts";
import { createStyle, prose, type Style } from "./style.ts";
import { wrap } from "./wrap.ts";

export interface PrettyOptions {
  readonly color: boolean;
  /** Columns of the terminal; 100 unless told. */
  readonly width?: number;
}

/** Every finding with a blank line after it; "" without findings. A file whose text is not at hand is named alone. */
export function renderPretty(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  options: PrettyOptions,
): string {
  const style = createStyle(options.color);
  const maps = new Map<string, LineMap>();
  const mapOf = (file: string): LineMap | undefined => {
    const text = sources.get(file);
    if (text !== undefined && !maps.has(file)) maps.set(file, createLineMap(text));
    return maps.get(file);
  };
  const width = Math.max(40, options.width ?? 100);
  return diagnostics.map((diagnostic) => `${one(diagnostic, sources, mapOf, width, style).join("\n")}\n`).join("\n");
}

function one(
  diagnostic: Diagnostic,
  sources: ReadonlyMap<string, string>,
  mapOf: (file: string) => LineMap | undefined,
  width: number,
  style: Style,
): string[] {
  const { code, severity, message, file, related = [], help, fixes = [] } = diagnostic;
  const paint = style[severity];
  const title = `${paint(`${severity}[${code}]`)}${style.strong(":")} ${style.strong(printableLine(message))}`;
  const map = mapOf(file);
  if (!map) {
    return [title, ...footer([["at", printableLine(file)], ...helpNote(help)], 2, width, style)];
  }

  const here: Label = { span: diagnostic.span, mark: "^", paint };
  const near = related.filter((place) => place.file === file).map((place) => labelOf(place, style));
  const labels = [here, ...near];
  const far = related.filter((place) => place.file !== file);
  const gutter = Math.max(gutterOf(labels, map), 2);
  const out = [title, head(file, diagnostic.span.start, map, gutter, style)];
  out.push(...codeFrame(labels, map, gutter, width - gutter - 3, style));
  const unread: Note[] = [];
  for (const place of far) {
    const other = mapOf(place.file);
    if (!other) unread.push(["see", `${printableLine(place.file)}: ${printable(place.message)}`]);
    else {
      out.push(head(place.file, place.span.start, other, gutter, style, "├─"));
      out.push(...codeFrame([labelOf(place, style)], other, gutter, width - gutter - 3, style));
    }
  }
  const text = sources.get(file) ?? "";
  const notes = [
    ...unread,
    ...helpNote(help),
    ...fixes.map(
      (fix): Note => [
        fix.applicability === "safe" ? "fix" : "maybe",
        printable(fix.title),
        fixDiff(fix, text, map, width - gutter - 5, style),
      ],
    ),
  ];
  return [...out, ...footer(notes, gutter, width, style)];
}

function labelOf(place: { span: Label["span"]; message: string }, style: Style): Label {
  return { span: place.span, message: printable(place.message), mark: "-", paint: style.info };
}

function head(file: string, offset: number, map: LineMap, gutter: number, style: Style, corner = "╭─"): string {
  const { line, column } = map.position(offset);
  return `${" ".repeat(gutter)} ${style.faint(corner)} ${printableLine(file)}:${line}:${column}`;
}

/** What hangs below the frame: a word, a text, and lines of code. A safe fix is what `check --fix` applies. */
type Note = readonly [word: string, text: string, code?: readonly string[]];

function helpNote(help: string | undefined): Note[] {
  return help === undefined ? [] : [["help", printable(help)]];
}

function footer(notes: readonly Note[], gutter: number, width: number, style: Style): string[] {
  const margin = " ".repeat(gutter);
  return notes.flatMap(([word, text, code = []], index) => {
    const last = index === notes.length - 1;
    const side = `${margin} ${last ? " " : style.faint("│")}`;
    const [first = "", ...rest] = wrap(text, width - gutter - word.length - 6);
    const indent = " ".repeat(word.length + 4);
    return [
      `${margin} ${style.faint(last ? "╰─" : "├─")} ${style.strong(`${word}:`)} ${prose(first, style)}`,
      ...rest.map((line) => `${side}${indent}${prose(line, style)}`),
      ...code.map((line) => `${side}    ${line}`),
    ];
  });
}
