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
  /** Places of the line that it speaks of: the next one that holds more than comments. */
  readonly line: Span;
}

/**
 * The findings that remain, and those about the comments themselves, in the order of the text. To be called once,
 * when every finding of the file is known: a comment that silences none of them is a finding too.
 */
export function suppress(findings: readonly Finding[], file: FileNode, text: string): readonly Finding[] {
  const about: Finding[] = [];
  const ignores: Ignore[] = [];
  for (const comment of file.comments) {
    const read = readIgnore(comment, file.comments, text);
    if (read && "line" in read) ignores.push(read);
    else if (read) about.push(read);
  }
  const used = new Set<Ignore>();
  const kept = findings.filter((found) => {
    const by = ignores.filter(({ code, line }) => code === found.code && isWithin(line, found.span.start));
    for (const ignore of by) used.add(ignore);
    return by.length === 0 || found.severity === "error";
  });
  for (const ignore of ignores) {
    if (used.has(ignore)) continue;
    const fixes = [safe("remove the comment", remove(text, ignore.span))];
    about.push(finding("ignore/unused", ignore.span, { code: ignore.code }, { fixes }));
  }
  return [...kept, ...about].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Undefined for a comment of another purpose; a finding for one that fails at this one. */
function readIgnore(comment: Comment, comments: readonly Comment[], text: string): Ignore | Finding | undefined {
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
    const fixes = [safe("add the colon", insert(codeSpan.end, ":"))];
    return finding("ignore/malformed", span, { written: comment.text }, { fixes });
  }
  if (reason === "") return finding("ignore/no-reason", span, { code });
  return { span, code, line: lineBelow(span.end, comments, text) };
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
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** The next line that is neither blank nor only comments. */
function lineBelow(after: number, comments: readonly Comment[], text: string): Span {
  let at = after;
  for (;;) {
    while (at < text.length && /\s/.test(text[at] ?? "")) at++;
    const comment = comments.find(({ span }) => span.start === at);
    if (!comment) break;
    at = comment.span.end;
  }
  const end = text.indexOf("\n", at);
  return { start: lineStart(text, at), end: end < 0 ? text.length + 1 : end };
}

function isWithin(line: Span, at: number): boolean {
  return at >= line.start && at <= line.end;
}
