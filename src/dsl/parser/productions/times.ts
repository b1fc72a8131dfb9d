/** Clock times, ranges of the day, dates and instants. */
import type { IToken } from "chevrotain";
import * as word from "../../lexer/keywords.ts";
import { AmPm, DateLiteral, DateTime, Int, Time } from "../../lexer/literals.ts";
import { Dash } from "../../lexer/punctuation.ts";
import { spanOf } from "../../lexer/spans.ts";
import type { ClockNode, DateNode, DateTimeNode, InstantNode, PointNode, RangeNode } from "../../tree/nodes.ts";
import { readAmPm, readTime } from "../values/clock.ts";
import { readDate, readDateTime } from "../values/date.ts";
import { hoursNode } from "../values/hours.ts";
import { readInteger } from "../values/number.ts";
import { DaysParser } from "./days.ts";

export abstract class TimesParser extends DaysParser {
  protected readonly clock = this.RULE(
    "clock",
    (): ClockNode =>
      this.choose<ClockNode>(0, [
        { ALT: () => readTime(this.CONSUME(Time), this.report) },
        { ALT: () => readAmPm(this.CONSUME(AmPm), this.report) },
        { ALT: () => ({ kind: "clock", seconds: 0, form: "midnight", span: spanOf(this.CONSUME(word.Midnight)) }) },
        { ALT: () => ({ kind: "clock", seconds: 43_200, form: "noon", span: spanOf(this.CONSUME(word.Noon)) }) },
      ]),
  );

  /** A part of the day: whole hours, or from one clock time to another. */
  protected readonly range = this.RULE("range", (): RangeNode => {
    const start = this.place;
    return this.choose<RangeNode>(0, [
      { ALT: () => this.hoursAfter("on ", this.SUBRULE(this.hours)) },
      {
        ALT: () => {
          const from = this.SUBRULE1(this.clock);
          this.CONSUME(Dash);
          const to = this.SUBRULE2(this.clock);
          return { kind: "clocks", from, to, span: this.since(start) };
        },
      },
    ]);
  });

  /** `9-17`: whole hours, the last one too. */
  protected readonly hours = this.RULE("hours", (): readonly [from: IToken, to: IToken] => {
    const from = this.CONSUME1(Int);
    this.CONSUME(Dash);
    const to = this.CONSUME2(Int);
    return [from, to];
  });

  protected hoursAfter(preposition: "on " | "", tokens: readonly [IToken, IToken]): RangeNode {
    return this.ACTION(() => {
      const [from, to] = tokens;
      return hoursNode(readInteger(from, this.report), readInteger(to, this.report), preposition, this.report);
    });
  }

  /** Several parts of one day. */
  protected readonly ranges = this.RULE("ranges", (): readonly RangeNode[] => {
    const start = this.place;
    const items = [this.SUBRULE1(this.range)];
    this.MANY(() => {
      this.SUBRULE(this.sep);
      items.push(this.SUBRULE2(this.range));
    });
    return this.limited(items, start);
  });

  protected date(index: number): DateNode {
    return readDate(this.consume(index, DateLiteral), this.report);
  }

  protected dateTime(index: number): DateTimeNode {
    return readDateTime(this.consume(index, DateTime), this.report);
  }

  /** An instant, a whole day, or the template parameter that gives one. */
  protected readonly instant = this.RULE(
    "instant",
    (): InstantNode =>
      this.choose<InstantNode>(0, [
        { ALT: () => this.dateTime(0) },
        { ALT: () => this.date(0) },
        { ALT: () => this.parameter(0) },
      ]),
  );

  /** One instant, `2026-12-25T09:00` or `2026-12-25 9:00`. */
  protected readonly point = this.RULE("point", (): PointNode => {
    const start = this.place;
    return this.choose<PointNode>(0, [
      { ALT: () => this.dateTime(0) },
      {
        ALT: () => {
          const date = this.date(0);
          const clock = this.SUBRULE(this.clock);
          return { kind: "dateClock", date, clock, span: this.since(start) };
        },
      },
      { ALT: () => this.parameter(0) },
    ]);
  });

  /** Several instants. */
  protected readonly points = this.RULE("points", (): readonly PointNode[] => {
    const start = this.place;
    const items = [this.SUBRULE1(this.point)];
    this.MANY(() => {
      this.SUBRULE(this.sep);
      items.push(this.SUBRULE2(this.point));
    });
    return this.limited(items, start);
  });
}
