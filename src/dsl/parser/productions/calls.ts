/** Calls and the values of their arguments. */
import { NameToken, NumberLiteral } from "../../lexer/arguments.ts";
import { DateLiteral, DateTime, Duration, StringLiteral, Time } from "../../lexer/literals.ts";
import * as sign from "../../lexer/punctuation.ts";
import { spanOf } from "../../lexer/spans.ts";
import type { CallNode, Name, NumberValue, PairNode, ValueNode } from "../../tree/nodes.ts";
import { readNumber } from "../values/number.ts";
import { readText } from "../values/text.ts";
import { NamesParser } from "./names.ts";

const constants: ReadonlyMap<string, true | false | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

export abstract class CallsParser extends NamesParser {
  /** `task`, `module.task(1, "x")`. */
  protected readonly call = this.RULE("call", (): CallNode => {
    const start = this.place;
    const path = this.SUBRULE(this.path);
    const args = this.OPTION(() => this.SUBRULE(this.callArguments));
    return args && !this.RECORDING_PHASE ? { path, args, span: this.since(start) } : { path, span: this.since(start) };
  });

  /** What stands between the parentheses of a call. */
  private readonly callArguments = this.RULE("callArguments", (): readonly ValueNode[] => {
    this.CONSUME(sign.LParen);
    const start = this.place;
    const args: ValueNode[] = [];
    this.MANY_SEP({ SEP: sign.Comma, DEF: () => args.push(this.SUBRULE(this.value)) });
    this.CONSUME(sign.RParen);
    return this.limited(args, start);
  });

  protected readonly value = this.RULE(
    "value",
    (): ValueNode =>
      this.choose<ValueNode>(0, [
        {
          ALT: () => {
            const { value, span } = this.text(0);
            return { kind: "string", value, span };
          },
        },
        { ALT: () => this.number(1) },
        { ALT: () => this.SUBRULE(this.reference) },
        {
          ALT: () => {
            const start = this.place;
            this.CONSUME(sign.AtSign);
            const name = this.CONSUME(NameToken).image;
            return { kind: "runtime", name, span: this.since(start) };
          },
        },
        { ALT: () => this.SUBRULE(this.list) },
        { ALT: () => this.SUBRULE(this.object) },
        { ALT: () => this.SUBRULE(this.moment) },
      ]),
  );

  protected number(index: number): NumberValue {
    return readNumber(this.consume(index, NumberLiteral), this.report);
  }

  /** `config.limit`; `true`, `false` and `null` are constants. */
  private readonly reference = this.RULE("reference", (): ValueNode => {
    const start = this.place;
    const names = [this.name(1, NameToken)];
    this.MANY(() => {
      this.CONSUME(sign.Dot);
      names.push(this.name(2, NameToken));
    });
    const span = this.since(start);
    const only = names.length === 1 ? constants.get(names[0]?.text ?? "") : undefined;
    if (only !== undefined) return { kind: "literal", value: only, span };
    return { kind: "reference", path: { names: this.limited(names, start), span }, span };
  });

  /** `[1, 2]`. */
  private readonly list = this.RULE("list", (): ValueNode => {
    const start = this.place;
    const items: ValueNode[] = [];
    this.CONSUME(sign.ListOpen);
    this.MANY_SEP({ SEP: sign.Comma, DEF: () => items.push(this.SUBRULE(this.value)) });
    this.CONSUME(sign.ListClose);
    return { kind: "list", items: this.limited(items, start), span: this.since(start) };
  });

  /** `{a: 1, "b c": 2}`. */
  private readonly object = this.RULE("object", (): ValueNode => {
    const start = this.place;
    const pairs: PairNode[] = [];
    this.CONSUME(sign.ObjectOpen);
    this.MANY_SEP({ SEP: sign.Comma, DEF: () => pairs.push(this.SUBRULE(this.pair)) });
    this.CONSUME(sign.ObjectClose);
    return { kind: "object", pairs: this.limited(pairs, start), span: this.since(start) };
  });

  /** A key and its value. */
  private readonly pair = this.RULE("pair", (): PairNode => {
    const start = this.place;
    const { key, quoted } = this.choose<{ key: Name; quoted: boolean }>(0, [
      { ALT: () => ({ key: this.name(0, NameToken), quoted: false }) },
      {
        ALT: () => {
          const { value, span } = readText(this.CONSUME(StringLiteral), this.report);
          return { key: { text: value, span }, quoted: true };
        },
      },
    ]);
    this.CONSUME(sign.Colon);
    const value = this.SUBRULE(this.value);
    return { key, quoted, value, span: this.since(start) };
  });

  /** A date, an instant, a time or a duration as an argument: kept as written, its meaning is the parameter's type. */
  private readonly moment = this.RULE("moment", (): ValueNode => {
    const token = this.choose(0, [
      { ALT: () => this.CONSUME(DateTime) },
      { ALT: () => this.CONSUME(DateLiteral) },
      { ALT: () => this.CONSUME(Time) },
      { ALT: () => this.CONSUME(Duration) },
    ]);
    return this.ACTION(() => ({ kind: "moment", text: token.image, span: spanOf(token) }));
  });
}
