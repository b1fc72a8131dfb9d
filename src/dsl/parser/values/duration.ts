/** Durations such as `15m` and `1h30m`. */
import type { IToken } from "chevrotain";
import { finding } from "../../diagnostics/registry.ts";
import { spanOf } from "../../lexer/spans.ts";
import type { Count, Unit } from "../../tree/nodes.ts";
import type { Report } from "./report.ts";

const units: Readonly<Record<string, { readonly unit: Unit; readonly ms: number }>> = {
  ms: { unit: "millisecond", ms: 1 },
  s: { unit: "second", ms: 1_000 },
  m: { unit: "minute", ms: 60_000 },
  h: { unit: "hour", ms: 3_600_000 },
  d: { unit: "day", ms: 86_400_000 },
  w: { unit: "week", ms: 604_800_000 },
};
const longestFirst = ["w", "d", "h", "m", "s", "ms"];

/** A DURATION token. Days stand alone: a day of the calendar may have 23 hours, so `1d12h` has no length. */
export function readDuration(token: IToken, report: Report): Count {
  const span = spanOf(token);
  const written = [...token.image.matchAll(/(\d+)(ms|[smhdw])/g)].map(([, amount = "", letters = ""]) => ({
    amount: Number(amount),
    letters,
  }));
  const parts = written.map(({ amount, letters }) => ({ amount, unit: units[letters]?.unit ?? "second" }));
  const ranks = written.map(({ letters }) => longestFirst.indexOf(letters));
  const total = written.reduce((sum, { amount, letters }) => sum + amount * (units[letters]?.ms ?? 0), 0);
  if (!Number.isSafeInteger(total)) {
    report(finding("syntax/number-too-large", span, { written: token.image }));
  } else if (ranks.some((rank, i) => i > 0 && rank <= (ranks[i - 1] ?? -1))) {
    report(
      finding("syntax/duration-order", span, { written: token.image }, { fixes: rewritten(token, total, "unsafe") }),
    );
  } else if (parts.length > 1 && parts.some(({ unit }) => unit === "day" || unit === "week")) {
    report(
      finding("syntax/mixed-duration", span, { written: token.image }, { fixes: rewritten(token, total, "unsafe") }),
    );
  }
  return { parts, form: "short", span };
}

function rewritten(token: IToken, total: number, applicability: "safe" | "unsafe") {
  const span = spanOf(token);
  const text = durationText(total);
  return text === "" ? [] : [{ title: `write \`${text}\``, edits: [{ span, text }], applicability }];
}

/** The same length in hours and less. */
export function durationText(ms: number): string {
  let rest = ms;
  let text = "";
  for (const letters of ["h", "m", "s", "ms"]) {
    const size = units[letters]?.ms ?? 1;
    if (rest >= size) text += `${Math.floor(rest / size)}${letters}`;
    rest %= size;
  }
  return text;
}
