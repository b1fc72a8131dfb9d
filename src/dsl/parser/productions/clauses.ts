/** The clauses of a calendar trigger. */
import * as word from "../../lexer/keywords.ts";
import { Duration, MinuteMark } from "../../lexer/literals.ts";
import type {
  Adjust,
  AtClause,
  Clause,
  ClockNode,
  Count,
  MinuteNode,
  Name,
  Nth,
  OnClause,
  ParameterNode,
  Unit,
} from "../../tree/nodes.ts";
import { readMinute } from "../values/clock.ts";
import { readDuration } from "../values/duration.ts";
import { ExceptionsParser } from "./exceptions.ts";

type OnWhat = OnClause["what"];
type AtItem = AtClause["items"][number];

export abstract class ClausesParser extends ExceptionsParser {
  protected readonly clause = this.RULE(
    "clause",
    (): Clause =>
      this.choose<Clause>(0, [
        {
          ALT: () => {
            const start = this.place;
            const ranges = this.SUBRULE(this.ranges);
            return { kind: "ranges", ranges, span: this.since(start) };
          },
        },
        { ALT: () => this.SUBRULE(this.atClause) },
        { ALT: () => this.SUBRULE(this.onClause) },
        { ALT: () => this.SUBRULE(this.offset) },
        { ALT: () => this.SUBRULE(this.inClause) },
        { ALT: () => this.SUBRULE(this.duringClause) },
        { ALT: () => this.SUBRULE(this.bound) },
        { ALT: () => this.SUBRULE(this.exceptClause) },
      ]),
  );

  /** `at 9:00, noon`, `at :30`, `at random`. */
  private readonly atClause = this.RULE("atClause", (): Clause => {
    const start = this.place;
    this.CONSUME(word.At);
    return this.choose<Clause>(0, [
      {
        ALT: () => {
          this.CONSUME(word.Random);
          return { kind: "at", items: [], random: true, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          const items = [this.SUBRULE1(this.atItem)];
          this.MANY(() => {
            this.SUBRULE(this.sep);
            items.push(this.SUBRULE2(this.atItem));
          });
          return { kind: "at", items: this.limited(items, start), random: false, span: this.since(start) };
        },
      },
    ]);
  });

  private readonly atItem = this.RULE(
    "atItem",
    (): AtItem =>
      this.choose<ClockNode | MinuteNode | ParameterNode>(0, [
        { ALT: () => this.SUBRULE(this.clock) },
        { ALT: () => readMinute(this.CONSUME(MinuteMark), this.report) },
        { ALT: () => this.parameter(0) },
      ]),
  );

  /** Which days: of the week, of the year, or counted. */
  private readonly onClause = this.RULE("onClause", (): Clause => {
    const start = this.place;
    this.CONSUME(word.On);
    const what = this.choose<OnWhat>(0, [
      { ALT: () => ({ kind: "days", days: this.SUBRULE(this.days) }) },
      {
        ALT: () => {
          const days = [this.SUBRULE1(this.yearDays)];
          this.MANY1(() => {
            this.SUBRULE1(this.sep);
            days.push(this.SUBRULE2(this.yearDays));
          });
          return { kind: "yearDays", days: this.limited(days, start) };
        },
      },
      {
        ALT: () => {
          this.CONSUME1(word.The);
          const nths = [this.SUBRULE1(this.nth)];
          this.MANY2(() => {
            this.SUBRULE2(this.sep);
            this.OPTION1(() => this.CONSUME2(word.The));
            nths.push(this.SUBRULE2(this.nth));
          });
          return { kind: "nth", nths: this.limited(nths, start) };
        },
      },
    ]);
    const adjust = this.OPTION2(() => {
      this.CONSUME(word.Or);
      return this.SUBRULE(this.adjust);
    });
    return adjust
      ? { kind: "on", what, adjust, span: this.since(start) }
      : { kind: "on", what, span: this.since(start) };
  });

  /** Where a day that is closed or missing moves to. */
  private readonly adjust = this.RULE("adjust", (): Adjust => {
    const start = this.place;
    return this.choose<Adjust>(1, [
      {
        ALT: () => {
          this.CONSUME(word.Last);
          this.CONSUME(word.Day);
          return { kind: "clamp", span: this.since(start) };
        },
      },
      {
        ALT: () => {
          const to = this.choose(2, [
            { ALT: () => this.means(word.Next, "next") },
            { ALT: () => this.means(word.Previous, "previous") },
            { ALT: () => this.means(word.Nearest, "nearest") },
          ]);
          const day = this.choose(3, [
            { ALT: () => this.means(word.Workday, "workday") },
            { ALT: () => this.means(word.Weekday, "weekday") },
          ]);
          return { kind: "move", to, day, span: this.since(start) };
        },
      },
    ]);
  });

  private readonly offset = this.RULE("offset", (): Clause => {
    const start = this.place;
    const count = this.SUBRULE(this.distance);
    const side = this.SUBRULE(this.side);
    const of = this.choose<Nth | ClockNode>(0, [
      {
        ALT: () => {
          this.CONSUME(word.The);
          return this.SUBRULE(this.nth);
        },
      },
      { ALT: () => this.SUBRULE(this.clock) },
    ]);
    return { kind: "offset", count, side, of, span: this.since(start) };
  });

  /** A count that also knows weekdays and workdays: `3 workdays`. */
  private readonly distance = this.RULE("distance", (): Count => {
    const start = this.place;
    return this.choose<Count>(1, [
      { ALT: () => readDuration(this.CONSUME(Duration), this.report) },
      {
        ALT: () => {
          const amount = this.integer(0).value;
          const unit = this.choose<Unit>(2, [
            { ALT: () => this.SUBRULE(this.unit) },
            { ALT: () => this.means(word.Weekday, "weekday") },
            { ALT: () => this.means(word.Workday, "workday") },
          ]);
          return { parts: [{ amount, unit }], form: "words", span: this.since(start) };
        },
      },
    ]);
  });

  /** Whether before or after. */
  protected readonly side = this.RULE("side", (): "before" | "after" =>
    this.choose(0, [{ ALT: () => this.means(word.Before, "before") }, { ALT: () => this.means(word.After, "after") }]),
  );

  /** A zone, months, or the parity of weeks: one preposition, told apart by what follows. */
  private readonly inClause = this.RULE("inClause", (): Clause => {
    const start = this.place;
    this.CONSUME(word.In);
    return this.choose<Clause>(1, [
      {
        ALT: () => {
          const zone = this.SUBRULE(this.zone);
          return { kind: "inZone", zone, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          const months = this.SUBRULE(this.months);
          return { kind: "inMonths", months, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          const parity = this.choose(2, [
            { ALT: () => this.means(word.Even, "even") },
            { ALT: () => this.means(word.Odd, "odd") },
          ]);
          this.CONSUME(word.Week);
          return { kind: "inWeeks", parity, span: this.since(start) };
        },
      },
    ]);
  });

  /** `in Europe/Berlin`. */
  protected readonly inZone = this.RULE("inZone", (): Clause => {
    const start = this.place;
    this.CONSUME(word.In);
    const zone = this.SUBRULE(this.zone);
    return { kind: "inZone", zone, span: this.since(start) };
  });

  /** Named windows; one of them has to be open. */
  protected readonly duringClause = this.RULE("duringClause", (): Clause => {
    const start = this.place;
    this.CONSUME(word.During);
    const windows: Name[] = [this.name(1, word.Ident)];
    this.MANY(() => {
      this.CONSUME(word.Or);
      windows.push(this.name(2, word.Ident));
    });
    return { kind: "during", windows: this.limited(windows, start), span: this.since(start) };
  });

  /** The life span: `from` and `until`. */
  protected readonly bound = this.RULE("bound", (): Clause => {
    const start = this.place;
    const kind = this.choose(0, [
      { ALT: () => this.means(word.From, "from") },
      { ALT: () => this.means(word.Until, "until") },
    ]);
    const instant = this.SUBRULE(this.instant);
    return { kind, instant, span: this.since(start) };
  });
}
