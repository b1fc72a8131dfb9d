/** `expect`: what the author knows about the fires. */
import * as word from "../../lexer/keywords.ts";
import type { Clause, DayItem, ExpectNode, Unit } from "../../tree/nodes.ts";
import { PoliciesParser } from "./policies.ts";

type What = ExpectNode["what"];
type Over = Extract<What, { kind: "count" }>["over"];

export abstract class ExpectationsParser extends PoliciesParser {
  /** A sentence that the compiler proves or refutes. */
  protected readonly expectStatement = this.RULE("expectStatement", (): ExpectNode => {
    const start = this.place;
    this.CONSUME(word.Expect);
    const what = this.choose<What>(0, [
      {
        ALT: () => {
          const points = this.SUBRULE(this.points);
          this.CONSUME(word.After);
          const after = this.SUBRULE(this.instant);
          return { kind: "points", points, after };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.Never);
          const clauses: Clause[] = [];
          this.MANY(() => clauses.push(this.SUBRULE(this.clause)));
          return { kind: "never", clauses };
        },
      },
      {
        ALT: () => {
          const fires = this.integer(0);
          this.CONSUME(word.Fires);
          const over = this.SUBRULE(this.expectOver);
          return { kind: "count", fires, over };
        },
      },
    ]);
    return { kind: "expect", what, span: this.since(start) };
  });

  private readonly expectOver = this.RULE(
    "expectOver",
    (): Over =>
      this.choose<Over>(1, [
        {
          ALT: () => {
            this.CONSUME(word.On);
            return { kind: "date", date: this.date(0) };
          },
        },
        {
          ALT: () => {
            this.CONSUME(word.From);
            const from = this.SUBRULE1(this.instant);
            this.CONSUME(word.Until);
            const until = this.SUBRULE2(this.instant);
            return { kind: "span", from, until };
          },
        },
        {
          ALT: () => {
            this.CONSUME(word.Every);
            const period = this.choose<{ unit: Unit } | { days: readonly DayItem[] }>(2, [
              { ALT: () => ({ unit: this.SUBRULE(this.unit) }) },
              { ALT: () => ({ days: this.SUBRULE(this.days) }) },
            ]);
            return { kind: "every", ...period };
          },
        },
      ]),
  );
}
