/** Triggers: when something runs. */
import * as word from "../../lexer/keywords.ts";
import type { Clause, Head, OnceNode, Path, TriggerNode } from "../../tree/nodes.ts";
import { readSingular } from "../values/singular.ts";
import { ClausesParser } from "./clauses.ts";

type OnceWhat = OnceNode["what"];

export abstract class TriggersParser extends ClausesParser {
  protected readonly trigger = this.RULE(
    "trigger",
    (): TriggerNode =>
      this.choose<TriggerNode>(0, [
        { ALT: () => this.SUBRULE(this.everyTrigger) },
        { ALT: () => this.SUBRULE(this.onceTrigger) },
        { ALT: () => this.SUBRULE(this.afterTrigger) },
        { ALT: () => this.SUBRULE(this.cronTrigger) },
        { ALT: () => this.SUBRULE(this.customTrigger) },
      ]),
  );

  /** A recurrence: what it counts, then its clauses in any order. */
  private readonly everyTrigger = this.RULE("everyTrigger", (): TriggerNode => {
    const start = this.place;
    this.CONSUME(word.Every);
    const head = this.SUBRULE(this.head);
    const clauses: Clause[] = [];
    this.MANY(() => clauses.push(this.SUBRULE(this.clause)));
    return { kind: "every", head, clauses, span: this.since(start) };
  });

  /** What `every` counts: a length, a period, or days. */
  private readonly head = this.RULE("head", (): Head => {
    const start = this.place;
    return this.choose<Head>(0, [
      {
        ALT: () => {
          const count = this.SUBRULE(this.count);
          const afterCompletion =
            this.OPTION(() => {
              this.CONSUME(word.After);
              return this.CONSUME(word.Completion);
            }) !== undefined;
          return { kind: "count", count, afterCompletion, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.singular();
          const unit = this.SUBRULE(this.unit);
          return { kind: "unit", unit, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.singular();
          const days = this.SUBRULE(this.days);
          return { kind: "days", days, span: this.since(start) };
        },
      },
    ]);
  });

  /** Right after `every` a unit or a day stands in the singular. */
  private singular(): void {
    this.ACTION(() => readSingular(this.LA(1), this.report));
  }

  /** Single instants, the start of the process, or an instant moved by a length. */
  private readonly onceTrigger = this.RULE("onceTrigger", (): TriggerNode => {
    const start = this.place;
    this.CONSUME(word.Once);
    const what = this.choose<OnceWhat>(0, [
      {
        ALT: () => {
          this.CONSUME(word.At);
          return { kind: "at", points: this.SUBRULE(this.points) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.On);
          this.CONSUME(word.Startup);
          return { kind: "startup" };
        },
      },
      {
        ALT: () => {
          const count = this.SUBRULE(this.count);
          const side = this.SUBRULE(this.side);
          const point = this.SUBRULE(this.point);
          return { kind: "offset", count, side, point };
        },
      },
    ]);
    const zone = this.OPTION(() => {
      this.CONSUME(word.In);
      return this.SUBRULE(this.zone);
    });
    return zone
      ? { kind: "once", what, zone, span: this.since(start) }
      : { kind: "once", what, span: this.since(start) };
  });

  /** `after extract succeeds and load completes`. */
  private readonly afterTrigger = this.RULE("afterTrigger", (): TriggerNode => {
    const start = this.place;
    this.CONSUME(word.After);
    const parts = [this.SUBRULE1(this.outcome)];
    this.MANY(() => {
      this.CONSUME(word.And);
      parts.push(this.SUBRULE2(this.outcome));
    });
    return { kind: "after", parts: this.limited(parts, start), span: this.since(start) };
  });

  /** A job and how it has to have ended. */
  private readonly outcome = this.RULE("outcome", () => {
    const start = this.place;
    const path: Path = this.SUBRULE(this.path);
    const verb = this.choose(0, [
      { ALT: () => this.means(word.Succeeds, "succeeds") },
      { ALT: () => this.means(word.Fails, "fails") },
      { ALT: () => this.means(word.Completes, "completes") },
    ]);
    return { path, verb, span: this.since(start) };
  });

  /** A cron expression, whose fields the cron check reads. */
  private readonly cronTrigger = this.RULE("cronTrigger", (): TriggerNode => {
    const start = this.place;
    this.CONSUME(word.Cron);
    const expression = this.text(0);
    const clauses: Clause[] = [];
    this.MANY(() => clauses.push(this.SUBRULE(this.tail)));
    return { kind: "cron", expression, clauses, span: this.since(start) };
  });

  /** A function of the app that gives the next instant. */
  private readonly customTrigger = this.RULE("customTrigger", (): TriggerNode => {
    const start = this.place;
    this.CONSUME(word.Custom);
    const call = this.SUBRULE(this.call);
    const clauses: Clause[] = [];
    this.MANY(() => clauses.push(this.SUBRULE(this.tail)));
    return { kind: "custom", call, clauses, span: this.since(start) };
  });

  /** What may bound a trigger whose days and times are its own. */
  private readonly tail = this.RULE(
    "tail",
    (): Clause =>
      this.choose<Clause>(0, [
        { ALT: () => this.SUBRULE(this.inZone) },
        { ALT: () => this.SUBRULE(this.bound) },
        { ALT: () => this.SUBRULE(this.exceptClause) },
        { ALT: () => this.SUBRULE(this.duringClause) },
      ]),
  );
}
