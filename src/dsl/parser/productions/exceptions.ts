/** What is taken out of a trigger or a calendar. */
import * as word from "../../lexer/keywords.ts";
import { Int, MonthName } from "../../lexer/literals.ts";
import { Dash } from "../../lexer/punctuation.ts";
import type { Clause, ExceptItem, MonthDay } from "../../tree/nodes.ts";
import { readDayOfMonth } from "../values/month-day.ts";
import { monthNumber } from "../values/names.ts";
import { readInteger } from "../values/number.ts";
import { TimesParser } from "./times.ts";

type YearDays = { readonly from: MonthDay; readonly to?: MonthDay };

export abstract class ExceptionsParser extends TimesParser {
  /** What is taken out. Its items may be joined by `or` too. */
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

  /** `12:00` takes out that second, `12:00-13:00` all up to 13:00. */
  private readonly exceptClock = this.RULE("exceptClock", (): ExceptItem => {
    const start = this.place;
    const from = this.SUBRULE1(this.clock);
    const to = this.OPTION(() => {
      this.CONSUME(Dash);
      return this.SUBRULE2(this.clock);
    });
    return to ? { kind: "clocks", from, to, span: this.since(start) } : from;
  });

  /** `2026-11-25`, `2026-11-25 to 2026-11-30`. */
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

  /** `2026-11-25T09:00 to 2026-11-25T17:00`. */
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

  /** `the last day`; `the` may be left out in a list of exceptions. */
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
