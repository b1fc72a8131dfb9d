/**
 * What can be imported, and under which name. The generated module imports under the name that the file uses, so
 * it must be one that a module can bind; behind `as` anything may be renamed, `default` too.
 */
import { finding } from "../../diagnostics/registry.ts";
import { insert, replace, unsafe } from "../../fix/edits.ts";
import { bringsOf, localName } from "../names.ts";
import type { Rule } from "../view.ts";

/** Words that cannot name a binding in a module. */
const bound: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

export const nameImports: Rule = {
  *file({ file, parts }) {
    for (const statement of file.statements) {
      if (statement.kind !== "import") continue;
      for (const element of statement.names) {
        if (bringsOf(statement) === "sched") {
          if (element.star) yield finding("name/star-import", element.span, { file: statement.from.value });
          continue;
        }
        const local = localName(element);
        if (!bound.has(local.text)) continue;
        const task = `${local.text}Task`;
        const uses = parts.calls
          .flatMap(({ path }) => path.names.slice(0, 1))
          .filter(({ text }) => text === local.text);
        const alias = unsafe(
          `call it \`${task}\``,
          insert(local.span.end, ` as ${task}`),
          ...uses.map(({ span }) => replace(span, task)),
        );
        const fixes = element.alias ? [] : [alias];
        yield finding("name/not-bindable", local.span, { name: local.text }, { fixes });
      }
    }
  },
};
