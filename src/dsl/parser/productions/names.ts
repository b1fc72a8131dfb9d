/** Words, texts and numbers. */
import type { TokenType } from "chevrotain";
import { Ident, Word } from "../../lexer/keywords.ts";
import { Int, StringLiteral, Zone } from "../../lexer/literals.ts";
import { Dot } from "../../lexer/punctuation.ts";
import { spanOf } from "../../lexer/spans.ts";
import type { Integer, Name, ParameterNode, Path, Text } from "../../tree/nodes.ts";
import { readInteger } from "../values/number.ts";
import { readText } from "../values/text.ts";
import { BaseParser } from "./base.ts";

export abstract class NamesParser extends BaseParser {
  protected name(index: number, type: TokenType): Name {
    const token = this.consume(index, type);
    return { text: token.image, span: spanOf(token) };
  }

  protected integer(index: number): Integer {
    return readInteger(this.consume(index, Int), this.report);
  }

  protected text(index: number): Text {
    return readText(this.consume(index, StringLiteral), this.report);
  }

  protected parameter(index: number): ParameterNode {
    const token = this.consume(index, Ident);
    return { kind: "parameter", name: token.image, span: spanOf(token) };
  }

  /** A zone, or the template parameter that gives it. */
  protected readonly zone = this.RULE(
    "zone",
    (): Name => this.choose(0, [{ ALT: () => this.name(1, Zone) }, { ALT: () => this.name(2, Ident) }]),
  );

  /** `a.b.c` of any words. */
  protected readonly path = this.RULE("path", (): Path => {
    const start = this.place;
    const names = [this.name(1, Word)];
    this.MANY(() => {
      this.CONSUME(Dot);
      names.push(this.name(2, Word));
    });
    return { names: this.limited(names, start), span: this.since(start) };
  });
}
