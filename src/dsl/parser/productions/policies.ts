/** Policies: how runs behave. */
import type { TokenType } from "chevrotain";
import * as word from "../../lexer/keywords.ts";
import { StringLiteral } from "../../lexer/literals.ts";
import { Comma } from "../../lexer/punctuation.ts";
import type { Count, Name, PolicyBody, PolicyNode, Setting, Text } from "../../tree/nodes.ts";
import { readText } from "../values/text.ts";
import { TriggersParser } from "./triggers.ts";

export abstract class PoliciesParser extends TriggersParser {
  /** What may stand in `defaults`, groups and blocks alike. */
  readonly setting = this.RULE("setting", (): Setting => {
    const start = this.place;
    return this.choose<Setting>(0, [
      {
        ALT: () => {
          this.CONSUME(word.Timezone);
          const zone = this.SUBRULE(this.zone);
          return { kind: "timezone", zone, span: this.since(start) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.Calendar);
          const name = this.name(0, word.Ident);
          return { kind: "useCalendar", name, span: this.since(start) };
        },
      },
      { ALT: () => this.SUBRULE(this.policy) },
    ]);
  });

  /** One policy; the first word tells which. */
  protected readonly policy = this.RULE("policy", (): PolicyNode => {
    const start = this.place;
    const body = this.choose<PolicyBody>(0, [
      {
        ALT: () => {
          this.CONSUME(word.Max);
          return { policy: "max", value: this.integer(1) };
        },
      },
      { ALT: () => this.SUBRULE(this.overlapPolicy) },
      { ALT: () => this.SUBRULE(this.coalescePolicy) },
      { ALT: () => this.timed("grace", 1, word.Grace) },
      { ALT: () => this.SUBRULE(this.catchUp) },
      { ALT: () => this.SUBRULE(this.retryPolicy) },
      { ALT: () => this.timed("timeout", 2, word.Timeout) },
      { ALT: () => this.timed("jitter", 3, word.Jitter) },
      { ALT: () => this.timed("spread", 4, word.Spread) },
      {
        ALT: () => {
          this.CONSUME(word.Limit);
          const runs = this.integer(2);
          this.choose(2, [{ ALT: () => this.CONSUME(word.Runs) }, { ALT: () => this.CONSUME(word.Run) }]);
          return { policy: "limit", runs };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.When);
          return { policy: "when", call: this.SUBRULE1(this.call) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.Unless);
          return { policy: "unless", call: this.SUBRULE2(this.call) };
        },
      },
      { ALT: () => this.means(word.Paused, { policy: "paused" }) },
      {
        ALT: () => {
          this.CONSUME(word.Priority);
          return { policy: "priority", value: this.integer(3) };
        },
      },
      { ALT: () => this.SUBRULE(this.dstPolicy) },
      {
        ALT: () => {
          this.CONSUME(word.Must);
          this.CONSUME(word.Succeed);
          this.CONSUME(word.Within);
          return { policy: "deadline", count: this.SUBRULE5(this.count) };
        },
      },
      { ALT: () => this.SUBRULE(this.interruptedPolicy) },
      { ALT: () => this.textual("id", 1, word.Id) },
      { ALT: () => this.textual("name", 2, word.NameWord) },
      { ALT: () => this.SUBRULE(this.tagsPolicy) },
      {
        ALT: () => {
          this.CONSUME(word.Renamed);
          this.CONSUME(word.From);
          return { policy: "renamedFrom", text: this.text(3) };
        },
      },
      { ALT: () => this.SUBRULE(this.onEnd) },
      { ALT: () => this.SUBRULE(this.onDuplicate) },
    ]);
    return this.ACTION(() => ({ kind: "policy", ...body, span: this.since(start) }));
  });

  private timed(policy: "grace" | "timeout" | "jitter" | "spread", index: number, type: TokenType): PolicyBody {
    this.consume(index, type);
    return { policy, count: this.subrule(index, this.count) };
  }

  private textual(policy: "id" | "name", index: number, type: TokenType): PolicyBody {
    this.consume(index, type);
    return { policy, text: this.text(index) };
  }

  /** What a fire does while a run is still going on. */
  private readonly overlapPolicy = this.RULE("overlapPolicy", (): PolicyBody => {
    this.CONSUME(word.Overlap);
    const mode = this.choose(0, [
      { ALT: () => this.means(word.Skip, "skip") },
      { ALT: () => this.means(word.Queue, "queue") },
      { ALT: () => this.means(word.Replace, "replace") },
      { ALT: () => this.means(word.Allow, "allow") },
    ]);
    const upTo = this.OPTION(() => {
      this.CONSUME(word.Up);
      this.CONSUME(word.To);
      return this.integer(0);
    });
    return upTo ? { policy: "overlap", mode, upTo } : { policy: "overlap", mode };
  });

  /** Which of several due fires is run; without a word, the latest. */
  private readonly coalescePolicy = this.RULE("coalescePolicy", (): PolicyBody => {
    this.CONSUME(word.Coalesce);
    const mode = this.OPTION(() =>
      this.choose(0, [
        { ALT: () => this.means(word.Latest, "latest") },
        { ALT: () => this.means(word.Earliest, "earliest") },
        { ALT: () => this.means(word.None, "none") },
      ]),
    );
    return mode ? { policy: "coalesce", mode } : { policy: "coalesce" };
  });

  /** What becomes of the fires missed while nothing was alive. */
  private readonly catchUp = this.RULE("catchUp", (): PolicyBody => {
    this.CONSUME(word.Catch);
    this.CONSUME(word.Up);
    const mode = this.choose(0, [
      { ALT: () => this.means(word.All, "all") },
      { ALT: () => this.means(word.Latest, "latest") },
      { ALT: () => this.means(word.None, "none") },
    ]);
    const within = this.OPTION(() => {
      this.CONSUME(word.Within);
      return this.SUBRULE(this.count);
    });
    return within ? { policy: "catchUp", mode, within } : { policy: "catchUp", mode };
  });

  /** `retry 3 times wait 10s backoff exponential up to 5m with jitter`. */
  private readonly retryPolicy = this.RULE("retryPolicy", (): PolicyBody => {
    this.CONSUME(word.Retry);
    const times = this.integer(0);
    this.OPTION1(() => this.CONSUME(word.Times));
    const wait = this.OPTION2(() => {
      this.CONSUME(word.Wait);
      return this.SUBRULE(this.count);
    });
    const growth = this.OPTION3(() => this.SUBRULE(this.retryGrowth));
    return this.ACTION(() => ({
      policy: "retry",
      times,
      ...(wait && { wait }),
      jitter: false,
      ...growth,
    }));
  });

  /** How the wait between attempts grows. */
  private readonly retryGrowth = this.RULE("retryGrowth", () => {
    this.CONSUME(word.Backoff);
    const backoff = this.choose(0, [
      { ALT: () => this.means(word.Exponential, "exponential") },
      { ALT: () => this.means(word.Linear, "linear") },
      { ALT: () => this.means(word.Fixed, "fixed") },
    ]);
    const upTo = this.OPTION1((): Count => {
      this.CONSUME(word.Up);
      this.CONSUME(word.To);
      return this.SUBRULE(this.count);
    });
    const jitter =
      this.OPTION2(() => {
        this.CONSUME(word.With);
        return this.CONSUME(word.Jitter);
      }) !== undefined;
    return upTo ? { backoff, upTo, jitter } : { backoff, jitter };
  });

  /** What a clock time does that a change of clocks leaves out or brings twice. */
  private readonly dstPolicy = this.RULE("dstPolicy", (): PolicyBody => {
    this.CONSUME(word.Dst);
    return this.choose<PolicyBody>(1, [
      {
        ALT: () => {
          this.CONSUME(word.Gap);
          const mode = this.choose(2, [
            { ALT: () => this.means(word.After, "after") },
            { ALT: () => this.means(word.Shift, "shift") },
            { ALT: () => this.means(word.Skip, "skip") },
          ]);
          return { policy: "dst", side: "gap", mode };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.Overlap);
          const mode = this.choose(3, [
            { ALT: () => this.means(word.First, "first") },
            { ALT: () => this.means(word.Second, "second") },
            { ALT: () => this.means(word.Both, "both") },
          ]);
          return { policy: "dst", side: "overlap", mode };
        },
      },
    ]);
  });

  /** What becomes of a run that a crash cut off. */
  private readonly interruptedPolicy = this.RULE("interruptedPolicy", (): PolicyBody => {
    this.CONSUME(word.Interrupted);
    const mode = this.choose(0, [
      { ALT: () => this.means(word.Rerun, "rerun") },
      { ALT: () => this.means(word.Drop, "drop") },
    ]);
    return { policy: "interrupted", mode };
  });

  /** Names by which jobs are found together. */
  private readonly tagsPolicy = this.RULE("tagsPolicy", (): PolicyBody => {
    const start = this.place;
    this.CONSUME(word.Tags);
    const tags = [this.SUBRULE1(this.tag)];
    this.MANY(() => {
      this.CONSUME(Comma);
      tags.push(this.SUBRULE2(this.tag));
    });
    return { policy: "tags", tags: this.limited(tags, start) };
  });

  /** Any word, or a text. */
  private readonly tag = this.RULE("tag", (): Name | Text =>
    this.choose<Name | Text>(0, [
      { ALT: () => this.name(0, word.Word) },
      { ALT: () => readText(this.CONSUME(StringLiteral), this.report) },
    ]),
  );

  /** A task to run when this job's run has ended so. */
  private readonly onEnd = this.RULE("onEnd", (): PolicyBody => {
    this.CONSUME(word.On);
    const event = this.choose(0, [
      { ALT: () => this.means(word.Failure, "failure") },
      { ALT: () => this.means(word.Success, "success") },
      { ALT: () => this.means(word.Missed, "missed") },
    ]);
    this.CONSUME(word.Run);
    const call = this.SUBRULE(this.call);
    return { policy: "onEnd", event, call };
  });

  /** What scheduling an id again does. */
  private readonly onDuplicate = this.RULE("onDuplicate", (): PolicyBody => {
    this.CONSUME(word.On);
    this.CONSUME(word.Duplicate);
    const mode = this.choose(0, [
      { ALT: () => this.means(word.Replace, "replace") },
      { ALT: () => this.means(word.Keep, "keep") },
      { ALT: () => this.means(word.Fail, "fail") },
    ]);
    return { policy: "onDuplicate", mode };
  });
}
