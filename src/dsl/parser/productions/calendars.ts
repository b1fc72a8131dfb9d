/** Calendars and windows. */
import * as word from "../../lexer/keywords.ts";
import { Zone } from "../../lexer/literals.ts";
import { Equals } from "../../lexer/punctuation.ts";
import type {
  CalendarEntry,
  CalendarNode,
  DateSpec,
  DayItem,
  Name,
  Text,
  WindowNode,
  WindowPart,
} from "../../tree/nodes.ts";
import { ImportsParser } from "./imports.ts";

export abstract class CalendarsParser extends ImportsParser {
  /** Holidays, open days and the weekend of somewhere. */
  protected readonly calendarBlock = this.RULE("calendarBlock", (): CalendarNode => {
    const start = this.place;
    const doc = this.doc;
    this.CONSUME(word.Calendar);
    const name = this.name(0, word.Ident);
    const entries = this.braced("calendarEntry", () => this.SUBRULE(this.calendarEntry));
    return { kind: "calendar", ...doc, name, entries, span: this.since(start) };
  });

  /** A line of a calendar. */
  readonly calendarEntry = this.RULE("calendarEntry", (): CalendarEntry => {
    const start = this.place;
    return this.choose<CalendarEntry>(1, [
      { ALT: () => this.SUBRULE(this.calendarDates) },
      {
        ALT: () => {
          this.CONSUME(word.Include);
          const what = this.choose<Text | Name>(2, [
            { ALT: () => this.text(0) },
            { ALT: () => this.name(0, word.Ident) },
          ]);
          return { kind: "include", what, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.Weekend);
          const days = this.SUBRULE(this.dayNames);
          return { kind: "weekend", days, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.Timezone);
          const zone = this.name(1, Zone);
          return { kind: "timezone", zone, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.Covers);
          this.CONSUME(word.Until);
          const until = this.date(0);
          return { kind: "covers", until, span: this.since(start) };
        },
      },
    ]);
  });

  /** `holiday dec 25 "Christmas"`, `open 2026-10-10`. */
  private readonly calendarDates = this.RULE("calendarDates", (): CalendarEntry => {
    const start = this.place;
    const open = this.choose(0, [
      { ALT: () => this.means(word.Holiday, false) },
      { ALT: () => this.means(word.Open, true) },
    ]);
    const dates = this.SUBRULE(this.dateSpec);
    const label = this.OPTION(() => this.text(0));
    return label
      ? { kind: "dates", open, dates, label, span: this.since(start) }
      : { kind: "dates", open, dates, span: this.since(start) };
  });

  /** Which days an entry is about: dates, days of every year, or counted days. */
  private readonly dateSpec = this.RULE("dateSpec", (): DateSpec => {
    const start = this.place;
    return this.choose<DateSpec>(0, [
      { ALT: () => this.SUBRULE(this.dateSpan) },
      {
        ALT: () => {
          const days = this.SUBRULE(this.yearDays);
          return this.ACTION(() => ({ kind: "yearDays", ...days, span: this.since(start) }));
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.The);
          const nth = this.SUBRULE(this.nth);
          this.CONSUME(word.In);
          const months = this.SUBRULE(this.months);
          return { kind: "nthIn", nth, months, span: this.since(start) };
        },
      },
    ]);
  });

  /** A named part of the week. */
  protected readonly windowStatement = this.RULE("windowStatement", (): WindowNode => {
    const start = this.place;
    const doc = this.doc;
    this.CONSUME(word.Window);
    const name = this.name(0, word.Ident);
    this.CONSUME(Equals);
    const parts = [this.SUBRULE1(this.windowPart)];
    this.MANY(() => {
      this.CONSUME(word.Or);
      parts.push(this.SUBRULE2(this.windowPart));
    });
    const zone = this.OPTION(() => {
      this.CONSUME(word.In);
      return this.name(1, Zone);
    });
    return {
      kind: "window",
      ...doc,
      name,
      parts: this.limited(parts, start),
      ...(zone && { zone }),
      span: this.since(start),
    };
  });

  /** Days, every day where none are named, and their parts. */
  private readonly windowPart = this.RULE("windowPart", (): WindowPart => {
    const start = this.place;
    const days = this.OPTION(() =>
      this.choose<readonly DayItem[]>(0, [
        { ALT: () => [this.dayClass("day", this.CONSUME(word.Day))] },
        { ALT: () => this.SUBRULE(this.days) },
      ]),
    );
    const ranges = this.SUBRULE(this.ranges);
    return days ? { days, ranges, span: this.since(start) } : { ranges, span: this.since(start) };
  });
}
