/** A file: its statements, each on its line. Closes the parser. */
import type { TopStatement } from "../../tree/nodes.ts";
import type { ParserOptions } from "./base.ts";
import { TemplatesParser } from "./templates.ts";

export class SchedParser extends TemplatesParser {
  constructor(options: ParserOptions) {
    super(options);
    this.performSelfAnalysis();
  }

  /** The statements of a file. */
  readonly file = this.RULE("file", (): readonly TopStatement[] =>
    this.statements("topStatement", () => this.SUBRULE(this.topStatement)),
  );

  readonly topStatement: () => TopStatement = this.RULE(
    "topStatement",
    (): TopStatement =>
      this.choose<TopStatement>(0, [
        { ALT: () => this.SUBRULE(this.importStatement) },
        { ALT: () => this.SUBRULE(this.defaultsBlock) },
        { ALT: () => this.SUBRULE(this.calendarBlock) },
        { ALT: () => this.SUBRULE(this.windowStatement) },
        { ALT: () => this.SUBRULE(this.templateBlock) },
        { ALT: () => this.SUBRULE(this.groupBlock) },
        { ALT: () => this.SUBRULE(this.jobStatement) },
      ]),
  );
}
