/** Clock times and minutes out of tokens; what no clock shows is a finding. */
import type { IToken } from "chevrotain";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { finding } from "../../diagnostics/registry.ts";
import { spanOf } from "../../lexer/spans.ts";
import type { Span } from "../../source/span.ts";
import type { ClockNode, MinuteNode } from "../../tree/nodes.ts";
import type { Report } from "./report.ts";

const day = 86_400;

/** `9:00` as written in the language: no leading zero, seconds only where there are any. */
export function clockText(seconds: number): string {
  const h = Math.floor(seconds / 3_600);
  const m = Math.floor(seconds / 60) % 60;
  const s = seconds % 60;
  const two = (n: number): string => String(n).padStart(2, "0");
  return s === 0 ? `${h}:${two(m)}` : `${h}:${two(m)}:${two(s)}`;
}

function fixed(span: Span, text: string, applicability: Fix["applicability"]): readonly Fix[] {
  return [{ title: `write \`${text}\``, edits: [{ span, text }], applicability }];
}

/** A TIME token. */
export function readTime(token: IToken, report: Report): ClockNode {
  const span = spanOf(token);
  const parts = token.image.split(":");
  const [h = 0, m = 0, s = 0] = parts.map(Number);
  const seconds = h * 3_600 + m * 60 + s;
  if (m > 59 || s > 59 || seconds > day) {
    report(finding("syntax/clock-range", span, { written: token.image }));
  } else if (parts.slice(1).some((part) => part.length < 2)) {
    report(
      finding(
        "syntax/two-digits",
        span,
        { written: token.image },
        { fixes: fixed(span, clockText(seconds), "unsafe") },
      ),
    );
  }
  return { kind: "clock", seconds, form: "time", span };
}

/** An AMPM token, `9am` or `9:30pm`. Twelve o'clock has two readings in practice and is written as a word or in 24 hours. */
export function readAmPm(token: IToken, report: Report): ClockNode {
  const span = spanOf(token);
  const parts = token.image.slice(0, -2).split(":");
  const [h = 0, m = 0, s = 0] = parts.map(Number);
  const afternoon = /p/i.test(token.image.slice(-2));
  const seconds = ((h % 12) + (afternoon ? 12 : 0)) * 3_600 + m * 60 + s;
  if (h < 1 || h > 12 || m > 59 || s > 59) {
    const sensible = h < 24 && m < 60 && s < 60 && h > 12 && afternoon;
    report(
      finding(
        "syntax/clock-range",
        span,
        { written: token.image },
        {
          fixes: sensible ? fixed(span, clockText(h * 3_600 + m * 60 + s), "unsafe") : [],
        },
      ),
    );
  } else if (h === 12) {
    const text = m || s ? clockText(seconds) : afternoon ? "noon" : "midnight";
    report(finding("syntax/twelve-oclock", span, { written: token.image, text }, { fixes: fixed(span, text, "safe") }));
  }
  return { kind: "clock", seconds, form: "ampm", span };
}

/** A MINUTE token, `:30` or `:30:15`. */
export function readMinute(token: IToken, report: Report): MinuteNode {
  const span = spanOf(token);
  const parts = token.image.slice(1).split(":");
  const [minute = 0, second = 0] = parts.map(Number);
  if (minute > 59 || second > 59) report(finding("syntax/minute-range", span, { written: token.image }));
  else if (parts.some((part) => part.length < 2)) {
    const text = parts.map((part) => `:${part.padStart(2, "0")}`).join("");
    report(finding("syntax/two-digits", span, { written: token.image }, { fixes: fixed(span, text, "safe") }));
  }
  return { kind: "minute", minute, second, span };
}
