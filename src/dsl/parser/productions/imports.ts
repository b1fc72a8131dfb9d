/** Imports and defaults. */
import * as word from "../../lexer/keywords.ts";
import * as sign from "../../lexer/punctuation.ts";
import type { DefaultsNode, ImportedName, ImportNode } from "../../tree/nodes.ts";
import { JobsParser } from "./jobs.ts";

export abstract class ImportsParser extends JobsParser {
  /** Tasks and types out of a module, or calendars and windows out of another file. */
  protected readonly importStatement = this.RULE("importStatement", (): ImportNode => {
    const start = this.place;
    const doc = this.doc;
    this.CONSUME(word.Import);
    const typeOnly = this.OPTION(() => this.CONSUME(word.Type)) !== undefined;
    const names = this.choose<readonly ImportedName[]>(0, [
      { ALT: () => this.SUBRULE(this.importedNames) },
      { ALT: () => [this.SUBRULE(this.importedModule)] },
    ]);
    this.CONSUME(word.From);
    const from = this.text(0);
    return { kind: "import", ...doc, typeOnly, names, from, span: this.since(start) };
  });

  /** `{ a, b as c }`, on as many lines as it needs. */
  private readonly importedNames = this.RULE("importedNames", (): readonly ImportedName[] => {
    const start = this.place;
    this.CONSUME(sign.LBrace);
    const names = [this.SUBRULE1(this.importedName)];
    this.MANY(() => {
      this.CONSUME(sign.Comma);
      names.push(this.SUBRULE2(this.importedName));
    });
    this.CONSUME(sign.RBrace);
    return this.limited(names, start);
  });

  /** A name and what it is called here. */
  private readonly importedName = this.RULE("importedName", (): ImportedName => {
    const start = this.place;
    const name = this.name(1, word.Word);
    const alias = this.OPTION(() => {
      this.CONSUME(word.As);
      return this.name(2, word.Word);
    });
    return alias
      ? { name, alias, star: false, span: this.since(start) }
      : { name, star: false, span: this.since(start) };
  });

  /** `* as NAME`. */
  private readonly importedModule = this.RULE("importedModule", (): ImportedName => {
    const start = this.place;
    this.CONSUME(sign.Star);
    this.CONSUME(word.As);
    const name = this.name(0, word.Word);
    return { name, star: true, span: this.since(start) };
  });

  /** Settings for every job of the file. */
  protected readonly defaultsBlock = this.RULE("defaultsBlock", (): DefaultsNode => {
    const start = this.place;
    const doc = this.doc;
    this.CONSUME(word.Defaults);
    const settings = this.braced("setting", () => this.SUBRULE(this.setting));
    return { kind: "defaults", ...doc, settings, span: this.since(start) };
  });
}
