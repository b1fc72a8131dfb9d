/** Templates: jobs with parameters, which code schedules. */
import { NameToken } from "../../lexer/arguments.ts";
import * as word from "../../lexer/keywords.ts";
import * as sign from "../../lexer/punctuation.ts";
import type { Name, NumberValue, ParamNode, TemplateNode, Text } from "../../tree/nodes.ts";
import { CalendarsParser } from "./calendars.ts";

export abstract class TemplatesParser extends CalendarsParser {
  /** A job with parameters. */
  protected readonly templateBlock = this.RULE("templateBlock", (): TemplateNode => {
    const start = this.place;
    const doc = this.doc;
    this.CONSUME(word.Template);
    const name = this.name(0, word.Ident);
    this.CONSUME(sign.LParen);
    const params: ParamNode[] = [];
    this.MANY_SEP({ SEP: sign.Comma, DEF: () => params.push(this.SUBRULE(this.param)) });
    this.CONSUME(sign.RParen);
    const body = this.SUBRULE(this.jobBody);
    return {
      kind: "template",
      ...doc,
      name,
      params: this.limited(params, start),
      body,
      span: this.since(start),
    };
  });

  /** `due: instant`, `retries?: number = 3`. */
  private readonly param = this.RULE("param", (): ParamNode => {
    const start = this.place;
    const name = this.name(1, NameToken);
    const optional = this.OPTION1(() => this.CONSUME(sign.Question)) !== undefined;
    this.CONSUME(sign.Colon);
    const types = [this.SUBRULE1(this.paramType)];
    this.MANY(() => {
      this.CONSUME(sign.Bar);
      types.push(this.SUBRULE2(this.paramType));
    });
    const list =
      this.OPTION2(() => {
        this.CONSUME(sign.ListOpen);
        return this.CONSUME(sign.ListClose);
      }) !== undefined;
    const value = this.OPTION3(() => {
      this.CONSUME(sign.Equals);
      return this.SUBRULE(this.value);
    });
    const param = { name, optional, types: this.limited(types, start), list, span: this.since(start) };
    return value ? { ...param, default: value } : param;
  });

  /** A type of ours or of TypeScript, or a literal. */
  private readonly paramType = this.RULE("paramType", (): Name | Text | NumberValue =>
    this.choose<Name | Text | NumberValue>(0, [
      { ALT: () => this.name(0, NameToken) },
      { ALT: () => this.text(0) },
      { ALT: () => this.number(0) },
    ]),
  );
}
