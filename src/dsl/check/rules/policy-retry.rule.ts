/**
 * The parts of `retry` that need its wait. Without `wait` attempts follow at once, and nothing can grow from
 * nothing or be drawn from it.
 */
import { finding } from "../../diagnostics/registry.ts";
import { insert, remove, replace, unsafe } from "../../fix/edits.ts";
import type { Span } from "../../source/span.ts";
import { written } from "../clauses.ts";
import { elapsedLength } from "../heads.ts";
import type { Rule } from "../view.ts";

export const policyRetry: Rule = {
  *file({ parts, text }) {
    for (const policy of parts.policies) {
      if (policy.policy !== "retry") continue;
      const { wait, upTo, backoff, jitter, times, span } = policy;
      if (!wait) {
        const part = backoff ? `backoff ${backoff}` : jitter ? "with jitter" : undefined;
        if (part) {
          const count = /^\s+times\b/.exec(text.slice(times.span.end, span.end));
          const place = times.span.end + (count?.[0].length ?? 0);
          const fixes = [unsafe("add `wait 10s`", insert(place, " wait 10s"))];
          yield finding("policy/wait-missing", span, { part }, { fixes });
        }
      } else if (upTo && backoff === "fixed") {
        const rest = text.slice(wait.span.end, upTo.span.end);
        const fixes = ["linear", "exponential"].map((growth) =>
          unsafe(`let it grow: \`backoff ${growth}\``, replace(within(wait.span.end, rest, "fixed"), growth)),
        );
        const bound = { start: within(wait.span.end, rest, "up").start, end: upTo.span.end };
        fixes.push(unsafe(`leave out \`${written(text, bound)}\``, remove(text, bound)));
        yield finding("policy/up-to-without-growth", upTo.span, { upTo: written(text, upTo.span) }, { fixes });
      } else if (upTo && (elapsedLength(upTo) ?? Infinity) < (elapsedLength(wait) ?? 0)) {
        const params = { upTo: written(text, upTo.span), wait: written(text, wait.span) };
        yield finding("policy/up-to-below-wait", upTo.span, params);
      }
    }
  },
};

/** Where a word stands in the rest of a policy, which begins at an offset of the text. */
function within(start: number, rest: string, word: string): Span {
  const at = start + rest.search(new RegExp(`\\b${word}\\b`));
  return { start: at, end: at + word.length };
}
