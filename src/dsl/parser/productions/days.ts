/** Days, ordinals, months and units. */
import type { IToken } from "chevrotain";
import * as word from "../../lexer/keywords.ts";
import { DayName, Duration, Int, MonthName, Ordinal } from "../../lexer/literals.ts";
import { Comma, Dash } from "../../lexer/punctuation.ts";
import { spanOf } from "../../lexer/spans.ts";
import type { Count, DayItem, MonthDay, MonthItem, Nth, Unit } from "../../tree/nodes.ts";
import { readDuration } from "../values/duration.ts";
import { readDayOfMonth } from "../values/month-day.ts";
import { dayNumber, monthNumber, unitOf } from "../values/names.ts";
import { readInteger, readOrdinal } from "../values/number.ts";
import { CallsParser } from "./calls.ts";

type Kind = NonNullable<Nth["day"]>;

export abstract class DaysParser extends CallsParser {
  /** What joins the items of a list. */
  protected readonly sep = this.RULE("sep", (): void => {
    this.choose(0, [
      {
        ALT: () => {
          this.CONSUME(Comma);
          this.OPTION(() => this.CONSUME1(word.And));
        },
      },
      { ALT: () => this.CONSUME2(word.And) },
    ]);
  });

  /** A unit in either number. */
  protected readonly unit = this.RULE("unit", (): Unit => {
    const token = this.CONSUME(word.Unit);
    return this.ACTION(() => unitOf(token));
  });

  /** `15m`, `15 minutes`. */
  protected readonly count = this.RULE("count", (): Count => {
    const start = this.place;
    return this.choose<Count>(0, [
      { ALT: () => readDuration(this.CONSUME(Duration), this.report) },
      {
        ALT: () => {
          const amount = this.integer(0).value;
          const unit = this.SUBRULE(this.unit);
          return { parts: [{ amount, unit }], form: "words", span: this.since(start) };
        },
      },
    ]);
  });

  /** `monday`, `mon-fri`. */
  protected readonly dayName = this.RULE("dayName", (): DayItem => {
    const start = this.place;
    const from = this.dayNumber(1);
    const to = this.OPTION(() => {
      this.CONSUME(Dash);
      return this.dayNumber(2);
    });
    return to === undefined
      ? { kind: "named", from, span: this.since(start) }
      : { kind: "named", from, to, span: this.since(start) };
  });

  private dayNumber(index: number): number {
    const token = this.consume(index, DayName);
    return dayNumber(token.image);
  }

  protected readonly dayItem = this.RULE(
    "dayItem",
    (): DayItem =>
      this.choose<DayItem>(0, [
        { ALT: () => this.dayClass("weekday", this.CONSUME(word.Weekday)) },
        { ALT: () => this.dayClass("weekend", this.CONSUME(word.Weekend)) },
        { ALT: () => this.dayClass("workday", this.CONSUME(word.Workday)) },
        { ALT: () => this.SUBRULE(this.dayName) },
      ]),
  );

  protected dayClass(of: "day" | "weekday" | "weekend" | "workday", token: IToken): DayItem {
    return { kind: "class", of, span: spanOf(token) };
  }

  /** A list of days and classes of days. */
  protected readonly days = this.RULE("days", (): readonly DayItem[] => {
    const start = this.place;
    const items = [this.SUBRULE1(this.dayItem)];
    this.MANY(() => {
      this.SUBRULE(this.sep);
      items.push(this.SUBRULE2(this.dayItem));
    });
    return this.limited(items, start);
  });

  /** A list of days of the week, for a calendar's own weekend. */
  protected readonly dayNames = this.RULE("dayNames", (): readonly DayItem[] => {
    const start = this.place;
    const items = [this.SUBRULE1(this.dayName)];
    this.MANY(() => {
      this.SUBRULE(this.sep);
      items.push(this.SUBRULE2(this.dayName));
    });
    return this.limited(items, start);
  });

  /** `dec`, `mar-may`. */
  protected readonly monthItem = this.RULE("monthItem", (): MonthItem => {
    const start = this.place;
    const from = monthNumber(this.CONSUME1(MonthName).image);
    const to = this.OPTION(() => {
      this.CONSUME(Dash);
      return monthNumber(this.CONSUME2(MonthName).image);
    });
    return to === undefined
      ? { kind: "month", from, span: this.since(start) }
      : { kind: "month", from, to, span: this.since(start) };
  });

  /** A list of months. */
  protected readonly months = this.RULE("months", (): readonly MonthItem[] => {
    const start = this.place;
    const items = [this.SUBRULE1(this.monthItem)];
    this.MANY(() => {
      this.SUBRULE(this.sep);
      items.push(this.SUBRULE2(this.monthItem));
    });
    return this.limited(items, start);
  });

  /** `dec 25`. */
  protected readonly monthDay = this.RULE("monthDay", (): MonthDay => {
    const month = this.CONSUME(MonthName);
    const day = this.CONSUME(Int);
    return readDayOfMonth(month, readInteger(day, this.report), this.report);
  });

  /** `dec 25`, `dec 24 to jan 2`. */
  protected readonly yearDays = this.RULE("yearDays", (): { from: MonthDay; to?: MonthDay } => {
    const from = this.SUBRULE1(this.monthDay);
    const to = this.OPTION(() => {
      this.CONSUME(word.To);
      return this.SUBRULE2(this.monthDay);
    });
    return to === undefined ? { from } : { from, to };
  });

  /** An ordinal. There is no `second`: it is a unit. */
  protected readonly ord = this.RULE("ord", (): number =>
    this.choose(0, [
      { ALT: () => readOrdinal(this.CONSUME(Ordinal), this.report) },
      { ALT: () => this.means(word.First, 1) },
      { ALT: () => this.means(word.Third, 3) },
      { ALT: () => this.means(word.Fourth, 4) },
      { ALT: () => this.means(word.Fifth, 5) },
    ]),
  );

  private readonly kind = this.RULE(
    "kind",
    (): Kind =>
      this.choose<Kind>(0, [
        { ALT: () => this.means(word.Day, "day") },
        { ALT: () => this.means(word.Weekday, "weekday") },
        { ALT: () => this.means(word.Workday, "workday") },
        { ALT: () => dayNumber(this.CONSUME(DayName).image) },
      ]),
  );

  /** `after the 15th`: where an ordinal starts to count. */
  private readonly rel = this.RULE("rel", (): NonNullable<Nth["rel"]> => {
    const start = this.place;
    const side = this.choose(0, [
      { ALT: () => this.means(word.After, "after") },
      { ALT: () => this.means(word.Before, "before") },
    ]);
    this.CONSUME(word.The);
    const nth = this.SUBRULE(this.ord);
    return { side, nth, span: this.since(start) };
  });

  /** `15th`, `15th-20th`, `1st monday`, `3rd last day`, `last workday`, `1st monday after the 15th`. */
  protected readonly nth = this.RULE("nth", (): Nth => {
    const start = this.place;
    return this.choose<Nth>(1, [
      {
        ALT: () => {
          const nth = this.SUBRULE1(this.ord);
          const rest = this.OPTION1(() =>
            this.choose<Pick<Nth, "to" | "day" | "rel"> & { readonly last?: boolean }>(2, [
              {
                ALT: () => {
                  this.CONSUME(Dash);
                  return { to: this.SUBRULE2(this.ord) };
                },
              },
              {
                ALT: () => {
                  const last = this.OPTION2(() => this.CONSUME1(word.Last)) !== undefined;
                  const day = this.SUBRULE1(this.kind);
                  const rel = this.OPTION3(() => this.SUBRULE1(this.rel));
                  return rel ? { last, day, rel } : { last, day };
                },
              },
            ]),
          );
          return this.ACTION(() => {
            const { last, ...more } = rest ?? {};
            return { kind: "nth", nth: last ? -nth : nth, ...more, span: this.since(start) };
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME2(word.Last);
          const day = this.SUBRULE2(this.kind);
          const rel = this.OPTION4(() => this.SUBRULE2(this.rel));
          return rel
            ? { kind: "nth", nth: -1, day, rel, span: this.since(start) }
            : { kind: "nth", nth: -1, day, span: this.since(start) };
        },
      },
    ]);
  });
}
