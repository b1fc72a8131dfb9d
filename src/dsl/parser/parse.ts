/**
 * From text to tree: cut into tokens, arrange into lines, parse each statement, explain those that broke.
 *
 * Nothing a file holds makes this throw, and a broken statement costs that statement alone.
 */
import type { IToken } from "chevrotain";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { finding } from "../diagnostics/registry.ts";
import { tokenize } from "../lexer/lexer.ts";
import { arrange } from "../lexer/lines.ts";
import { spanOf } from "../lexer/spans.ts";
import { BlockComment, DocComment, HashComment } from "../lexer/trivia.ts";
import { defaultLimits, type Limits } from "../limits.ts";
import type { Comment, FileNode } from "../tree/nodes.ts";
import { capFindings } from "./cap-findings.ts";
import { documentation } from "./documentation.ts";
import { explainFailures } from "./explain/explain.ts";
import { theParser } from "./parser.ts";
import type { Session } from "./productions/base.ts";

export interface Parsed {
  readonly file: FileNode;
  /** In the order of their places. */
  readonly findings: readonly Finding[];
}

/** Parses one file. Every limit that is not given is the default. */
export function parse(text: string, limits: Partial<Limits> = {}): Parsed {
  const within: Limits = { ...defaultLimits, ...limits };
  const span = { start: 0, end: text.length };
  if (text.length > within.fileSize) {
    const tooLarge = finding("file/too-large", span, { size: text.length, limit: within.fileSize });
    return { file: { kind: "file", statements: [], comments: [], span }, findings: [tooLarge] };
  }
  const { tokens: raw, comments } = tokenize(text);
  const lines = arrange(text, raw, within);
  const session: Session = {
    ends: lines.ends,
    spoiled: lines.spoiled,
    docs: documentation(text, lines.tokens, comments),
    maxList: within.list,
    findings: [],
    failures: [],
  };
  const parser = theParser();
  parser.begin(lines.tokens, session);
  const statements = parser.file();
  parser.end();
  const findings = [
    ...lines.findings,
    ...commentFindings(comments),
    ...session.findings,
    ...explainFailures(text, lines.tokens, session, within),
  ];
  return {
    file: { kind: "file", statements, comments: comments.map(commentNode), span },
    findings: capFindings(findings, within, span),
  };
}

function commentNode(token: IToken): Comment {
  const { tokenType: type } = token;
  const form = type === DocComment ? "doc" : type === BlockComment ? "block" : "line";
  return { form, text: token.image, span: spanOf(token) };
}

function commentFindings(comments: readonly IToken[]): readonly Finding[] {
  const findings: Finding[] = [];
  for (const token of comments) {
    const { startOffset: start, image } = token;
    if (token.tokenType === HashComment) {
      const mark = { start, end: start + 1 };
      findings.push(
        finding(
          "syntax/hash-comment",
          mark,
          {},
          {
            fixes: [{ title: "write `//`", edits: [{ span: mark, text: "//" }], applicability: "safe" }],
          },
        ),
      );
    } else if (token.tokenType === BlockComment && (image.length < 4 || !image.endsWith("*/"))) {
      findings.push(finding("syntax/unclosed-comment", { start, end: start + 2 }, {}));
    }
  }
  return findings;
}
