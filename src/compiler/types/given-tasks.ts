/** Tasks that no import names: the program's to give, unless the name is a slip or the config wants all of them imported. */
import { type FileNode, type Finding, type Fix, finding, namesOf, nearest, replace, unsafe } from "../../dsl/index.ts";
import type { Use } from "./uses.ts";

export interface KnownTasks {
  /** What the file imports as values, by the names it uses. */
  readonly imported: readonly string[];
  /** What its modules export besides, each with the path that it is imported by. */
  readonly exported: ReadonlyMap<string, string>;
}

export function givenFindings(
  uses: readonly Use[],
  file: FileNode,
  { imported, exported }: KnownTasks,
  required: boolean,
): readonly Finding[] {
  return uses.flatMap(({ call }) => {
    const [name] = call.path.names;
    if (!name || namesOf(file).imports.has(name.text)) return [];
    const near =
      nearest(name.text, imported) ?? (exported.has(name.text) ? name.text : nearest(name.text, exported.keys()));
    if (near === undefined && !required) return [];
    const from = near === undefined || imported.includes(near) ? undefined : exported.get(near);
    const fixes = near === undefined ? [] : [fixOf(near, name.span, file, from)];
    const named = { name: name.text, ...(near !== undefined && { nearest: near }) };
    if (required) return [finding("task/must-import", name.span, named, { fixes })];
    return [finding("task/nearly-imported", name.span, { ...named, ...(from !== undefined && { from }) }, { fixes })];
  });
}

/** Writes the name, and imports it where that is still to be done. */
function fixOf(near: string, span: Finding["span"], file: FileNode, from: string | undefined): Fix {
  const statement = file.statements.find(
    (one) => one.kind === "import" && one.from.value === from && !one.typeOnly && !one.names.some(({ star }) => star),
  );
  const last = statement?.kind === "import" ? statement.names.at(-1) : undefined;
  const written = replace(span, near);
  if (from === undefined || !last) return unsafe(`write \`${near}\``, written);
  const end = last.span.end;
  return unsafe(`import \`${near}\``, { span: { start: end, end }, text: `, ${near}` }, written);
}
