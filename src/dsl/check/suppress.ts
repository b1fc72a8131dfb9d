/** `// schedc-ignore CODE: reason` above a line: silences warnings there, and says so where it does not. */
import type { Finding } from "../diagnostics/diagnostic.ts";
import { type Code, finding, registry } from "../diagnostics/registry.ts";
import { insert, remove, replace, safe, unsafe } from "../fix/edits.ts";
import type { Span } from "../source/span.ts";
import type { Comment, FileNode } from "../tree/nodes.ts";
import { nearest } from "./nearest.ts";

interface Ignore {
  readonly span: Span;
  readonly code: Code;
  /** Where the line begins that it speaks of: the next one that holds more than comments. */
  readonly line: number;
}

/**
 * The findings that remain, and those about the comments themselves, in the order of the text. To be called once,
 * when every finding of the file is known: a comment that silences none of them is a finding too.
 */
export function suppress(findings: readonly Finding[], file: FileNode, text: string): readonly Finding[] {
  const about: Finding[] = [];
  const ignores: Ignore[] = [];
  const lines = text.includes("schedc-ignore") ? linesBelow(file.comments, text) : new Map<Comment, number>();
  for (const comment of file.comments) {
    const read = readIgnore(comment, lines.get(comment) ?? 0, text);
    if (read && "line" in read) ignores.push(read);
    else if (read) about.push(read);
  }
  const byPlace = Map.groupBy(ignores, ({ code, line }) => `${line} ${code}`);
  const used = new Set<Ignore>();
  const kept = findings.filter((found) => {
    const by = ignores.length > 0 ? byPlace.get(`${lineStart(text, found.span.start)} ${found.code}`) : undefined;
    for (const ignore of by ?? []) used.add(ignore);
    return !by || found.severity === "error";
  });
  // What has an error is not looked at to the end, so what it would give is not known.
  const complete = !findings.some(({ severity }) => severity === "error");
  for (const ignore of ignores) {
    if (used.has(ignore) || !complete) continue;
    const fixes = [safe("remove the comment", remove(text, ignore.span))];
    about.push(finding("ignore/unused", ignore.span, { code: ignore.code }, { fixes }));
  }
  return [...kept, ...about].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Undefined for a comment of another purpose; a finding for one that fails at this one. */
function readIgnore(comment: Comment, line: number, text: string): Ignore | Finding | undefined {
  const { span } = comment;
  const start = /^(?:\/\/+|\/\*+)\s*schedc-ignore\b/.exec(comment.text);
  if (!start) return undefined;
  const form = /^\/\/\s*schedc-ignore\s+([a-z]+\/[a-z0-9-]+)\s*(:?)\s*(.*)$/.exec(comment.text.trimEnd());
  const [, code = "", colon = "", reason = ""] = form ?? [];
  if (!form || !startsLine(text, span.start)) return finding("ignore/malformed", span, { written: comment.text });
  const codeSpan = placeOfCode(comment, code);
  if (!isCode(code)) return unknownCode(code, codeSpan);
  if (registry[code].severity === "error") return finding("ignore/error", codeSpan, { code });
  if (colon === "" && reason !== "") {
    // Behind a sign the reason may be none, but a second code.
    const fixes = /^\w/.test(reason) ? [safe("add the colon", insert(codeSpan.end, ":"))] : [];
    return finding("ignore/malformed", span, { written: comment.text }, { fixes });
  }
  if (reason === "") return finding("ignore/no-reason", span, { code });
  return { span, code, line };
}

function unknownCode(code: string, span: Span): Finding {
  const near = nearest(code, Object.keys(registry));
  if (near === undefined) return finding("ignore/unknown-code", span, { code });
  const fixes = [unsafe(`write \`${near}\``, replace(span, near))];
  return finding("ignore/unknown-code", span, { code, nearest: near }, { fixes });
}

function isCode(code: string): code is Code {
  return Object.hasOwn(registry, code);
}

function placeOfCode({ text, span }: Comment, code: string): Span {
  const start = span.start + text.indexOf(code);
  return { start, end: start + code.length };
}

function startsLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === "";
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

/**
 * By comment, where the next line begins that is neither blank nor only comments. From the last to the first, so
 * that a comment above another takes over what is known of it.
 */
function linesBelow(comments: readonly Comment[], text: string): ReadonlyMap<Comment, number> {
  const lines = new Map<Comment, number>();
  let [nextStart, nextLine] = [-1, 0];
  for (const comment of comments.toReversed()) {
    let at = comment.span.end;
    while (at < text.length && /\s/.test(text[at] ?? "")) at++;
    const line = at === nextStart ? nextLine : lineStart(text, at);
    lines.set(comment, line);
    [nextStart, nextLine] = [comment.span.start, line];
  }
  return lines;
}
