/** Jobs, sentences and groups. */
import * as word from "../../lexer/keywords.ts";
import type { BodyItem, GroupNode, JobNode, RunNode, Setting } from "../../tree/nodes.ts";
import { ExpectationsParser } from "./expectations.ts";

export abstract class JobsParser extends ExpectationsParser {
  /** `run task(…)`. */
  protected readonly runStatement = this.RULE("runStatement", (): RunNode => {
    const start = this.place;
    this.CONSUME(word.Run);
    const call = this.SUBRULE(this.call);
    return { kind: "run", call, span: this.since(start) };
  });

  /** `job NAME { … }` or a sentence. */
  protected readonly jobStatement = this.RULE(
    "jobStatement",
    (): JobNode =>
      this.choose<JobNode>(0, [{ ALT: () => this.SUBRULE(this.jobBlock) }, { ALT: () => this.SUBRULE(this.sentence) }]),
  );

  /** `job NAME { … }`. */
  private readonly jobBlock = this.RULE("jobBlock", (): JobNode => {
    const start = this.place;
    const doc = this.doc;
    this.CONSUME(word.Job);
    const name = this.name(0, word.Word);
    const body = this.SUBRULE(this.jobBody);
    return { kind: "job", ...doc, name, form: "block", body, span: this.since(start) };
  });

  /** The block of a job or a template. */
  protected readonly jobBody = this.RULE("jobBody", (): readonly BodyItem[] =>
    this.braced("bodyItem", () => this.SUBRULE(this.bodyItem)),
  );

  readonly bodyItem = this.RULE(
    "bodyItem",
    (): BodyItem =>
      this.choose<BodyItem>(0, [
        { ALT: () => this.SUBRULE(this.trigger) },
        { ALT: () => this.SUBRULE(this.runStatement) },
        { ALT: () => this.SUBRULE(this.setting) },
        { ALT: () => this.SUBRULE(this.expectStatement) },
      ]),
  );

  /** A job on one line: its trigger, its run, its policies, and a block for what does not fit. */
  private readonly sentence = this.RULE("sentence", (): JobNode => {
    const start = this.place;
    const doc = this.doc;
    const body: BodyItem[] = [this.SUBRULE(this.trigger), this.SUBRULE(this.runStatement)];
    this.MANY(() => body.push(this.SUBRULE(this.policy)));
    const inline = body.length;
    const tail = this.OPTION(() => this.SUBRULE(this.sentenceTail));
    return this.ACTION((): JobNode => {
      const span = this.since(start);
      if (!tail) return { kind: "job", ...doc, form: "sentence", body, span };
      return { kind: "job", ...doc, form: "sentence", body: [...body, ...tail], inline, span };
    });
  });

  /** The block behind a sentence. */
  private readonly sentenceTail = this.RULE("sentenceTail", (): readonly BodyItem[] =>
    this.braced("tailItem", () => this.SUBRULE(this.tailItem)),
  );

  readonly tailItem = this.RULE(
    "tailItem",
    (): BodyItem =>
      this.choose<BodyItem>(0, [
        { ALT: () => this.SUBRULE(this.setting) },
        { ALT: () => this.SUBRULE(this.expectStatement) },
      ]),
  );

  /** Jobs that share a path and settings. */
  protected readonly groupBlock = this.RULE("groupBlock", (): GroupNode => {
    const start = this.place;
    const doc = this.doc;
    this.CONSUME(word.Group);
    const name = this.name(0, word.Word);
    const items = this.braced("groupItem", () => this.SUBRULE(this.groupItem));
    return { kind: "group", ...doc, name, items, span: this.since(start) };
  });

  readonly groupItem: () => Setting | JobNode | GroupNode = this.RULE("groupItem", (): Setting | JobNode | GroupNode =>
    this.choose<Setting | JobNode | GroupNode>(0, [
      { ALT: () => this.SUBRULE(this.setting) },
      { ALT: () => this.SUBRULE(this.jobStatement) },
      { ALT: () => this.SUBRULE(this.groupBlock) },
    ]),
  );
}
