/** The clauses of a calendar trigger. */
import * as word from "../../lexer/keywords.ts";
import { Duration, Int, MinuteMark, MonthName } from "../../lexer/literals.ts";
import { Dash } from "../../lexer/punctuation.ts";
import type {
  Adjust,
  AtClause,
  Clause,
  ClockNode,
  Count,
  ExceptItem,
  MinuteNode,
  MonthDay,
  Name,
  Nth,
  OnClause,
  ParameterNode,
  Unit,
} from "../../tree/nodes.ts";
import { readMinute } from "../values/clock.ts";
import { readDuration } from "../values/duration.ts";
import { readDayOfMonth } from "../values/month-day.ts";
import { monthNumber } from "../values/names.ts";
import { readInteger } from "../values/number.ts";
import { TimesParser } from "./times.ts";

type OnWhat = OnClause["what"];
type YearDays = { readonly from: MonthDay; readonly to?: MonthDay };
type AtItem = AtClause["items"][number];

export abstract class ClausesParser extends TimesParser {
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

  protected readonly side = this.RULE("side", (): "before" | "after" =>
    this.choose(0, [{ ALT: () => this.means(word.Before, "before") }, { ALT: () => this.means(word.After, "after") }]),
  );

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

  protected readonly inZone = this.RULE("inZone", (): Clause => {
    const start = this.place;
    this.CONSUME(word.In);
    const zone = this.SUBRULE(this.zone);
    return { kind: "inZone", zone, span: this.since(start) };
  });

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

  protected readonly bound = this.RULE("bound", (): Clause => {
    const start = this.place;
    const kind = this.choose(0, [
      { ALT: () => this.means(word.From, "from") },
      { ALT: () => this.means(word.Until, "until") },
    ]);
    const instant = this.SUBRULE(this.instant);
    return { kind, instant, span: this.since(start) };
  });

  protected readonly exceptClause = this.RULE("exceptClause", (): Clause => {
    const start = this.place;
    this.CONSUME(word.Except);
    const items = [this.SUBRULE1(this.exceptItem)];
    this.MANY(() => {
      this.choose(0, [{ ALT: () => this.SUBRULE(this.sep) }, { ALT: () => this.CONSUME(word.Or) }]);
      items.push(this.SUBRULE2(this.exceptItem));
    });
    return { kind: "except", items: this.limited(items, start), span: this.since(start) };
  });

  private readonly exceptItem = this.RULE(
    "exceptItem",
    (): ExceptItem =>
      this.choose<ExceptItem>(0, [
        { ALT: () => this.named() },
        { ALT: () => this.hoursAfter("", this.SUBRULE(this.hours)) },
        { ALT: () => this.SUBRULE(this.exceptClock) },
        { ALT: () => this.SUBRULE(this.dayItem) },
        { ALT: () => this.SUBRULE(this.dateSpan) },
        { ALT: () => this.SUBRULE(this.instantSpan) },
        { ALT: () => this.SUBRULE(this.exceptNth) },
        { ALT: () => this.SUBRULE(this.exceptMonth) },
      ]),
  );

  private named(): ExceptItem {
    const name = this.name(0, word.Ident);
    return { kind: "named", name, span: name.span };
  }

  private readonly exceptClock = this.RULE("exceptClock", (): ExceptItem => {
    const start = this.place;
    const from = this.SUBRULE1(this.clock);
    const to = this.OPTION(() => {
      this.CONSUME(Dash);
      return this.SUBRULE2(this.clock);
    });
    return to ? { kind: "clocks", from, to, span: this.since(start) } : from;
  });

  protected readonly dateSpan = this.RULE("dateSpan", () => {
    const start = this.place;
    const from = this.date(1);
    const to = this.OPTION(() => {
      this.CONSUME(word.To);
      return this.date(2);
    });
    const kind = "dateSpan" as const;
    return to ? { kind, from, to, span: this.since(start) } : { kind, from, span: this.since(start) };
  });

  private readonly instantSpan = this.RULE("instantSpan", (): ExceptItem => {
    const start = this.place;
    const from = this.dateTime(1);
    const to = this.OPTION(() => {
      this.CONSUME(word.To);
      return this.dateTime(2);
    });
    const kind = "instantSpan" as const;
    return to ? { kind, from, to, span: this.since(start) } : { kind, from, span: this.since(start) };
  });

  private readonly exceptNth = this.RULE("exceptNth", (): ExceptItem => {
    this.OPTION(() => this.CONSUME(word.The));
    return this.SUBRULE(this.nth);
  });

  /** A number after a month is its day: `dec 25`, `dec 24 to jan 2`; without one the month is meant. */
  private readonly exceptMonth = this.RULE("exceptMonth", (): ExceptItem => {
    const start = this.place;
    const month = this.CONSUME1(MonthName);
    const rest = this.OPTION1(() =>
      this.choose<YearDays | { readonly last: number }>(0, [
        {
          ALT: () => {
            const from = readDayOfMonth(month, readInteger(this.CONSUME(Int), this.report), this.report);
            const to = this.OPTION2(() => {
              this.CONSUME(word.To);
              return this.SUBRULE(this.monthDay);
            });
            return to ? { from, to } : { from };
          },
        },
        {
          ALT: () => {
            this.CONSUME(Dash);
            return { last: monthNumber(this.CONSUME2(MonthName).image) };
          },
        },
      ]),
    );
    return this.ACTION((): ExceptItem => {
      const span = this.since(start);
      if (rest && "from" in rest) return { kind: "yearDays", ...rest, span };
      const from = monthNumber(month.image);
      const item = rest
        ? { kind: "month" as const, from, to: rest.last, span }
        : { kind: "month" as const, from, span };
      return { kind: "months", month: item, span };
    });
  });
}
