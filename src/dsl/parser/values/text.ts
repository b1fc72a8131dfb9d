/** Strings: their quotes and escapes, which are those of TypeScript. */
import type { IToken } from "chevrotain";
import { finding } from "../../diagnostics/registry.ts";
import { spanOf } from "../../lexer/spans.ts";
import { isClosed, unterminatedString } from "../../lexer/strings.ts";
import type { Text } from "../../tree/nodes.ts";
import type { Report } from "./report.ts";

const simple: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", "0": "\0" };

/** A STRING token, its escapes resolved. */
export function readText(token: IToken, report: Report): Text {
  const span = spanOf(token);
  const { image } = token;
  if (!isClosed(image)) {
    report(unterminatedString(token));
    return { value: image.slice(1).trimEnd(), span };
  }
  const inner = image.slice(1, -1);
  if (image.charAt(0) !== '"' || image.charAt(image.length - 1) !== '"') {
    const text = `"${inner.replace(/\\?"/g, '\\"')}"`;
    report(
      finding(
        "syntax/quotes",
        span,
        { quote: image.charAt(0) },
        {
          fixes: [
            {
              title: `write ${text.length > 40 ? "double quotes" : `\`${text}\``}`,
              edits: [{ span, text }],
              applicability: "safe",
            },
          ],
        },
      ),
    );
  }
  return { value: inner.includes("\\") ? resolve(inner, span.start + 1, report) : inner, span };
}

const escapes = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/gu;

function resolve(inner: string, offset: number, report: Report): string {
  return inner.replace(escapes, (written: string, braced, four, hex, char: string | undefined, at: number) => {
    const code = braced ?? four ?? hex;
    const wrong = (): string => {
      report(finding("syntax/escape", { start: offset + at, end: offset + at + written.length }, { written }));
      return written;
    };
    if (code !== undefined) {
      const point = Number.parseInt(code, 16);
      return point > 0x10ffff ? wrong() : String.fromCodePoint(point);
    }
    if (char === undefined || char === "u" || char === "x" || /[1-9]/.test(char)) return wrong();
    if (char === "0" && /[0-9]/.test(inner.charAt(at + 2))) return wrong();
    return simple[char] ?? char;
  });
}
