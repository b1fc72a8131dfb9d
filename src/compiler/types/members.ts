/** Paths such as `tasks.mail.send`, member by member, against what stands before each. */
import { type Finding, finding, type Name, nearest, replace, unsafe } from "../../dsl/index.ts";
import type { ts } from "../ts-morph.ts";
import type { FileContext } from "./signatures.ts";

/** The first member that does not exist; undefined where all do, or where nobody can tell. */
export function memberFinding(
  path: { readonly names: readonly Name[] },
  expression: ts.Expression,
  context: FileContext,
): Finding | undefined {
  const { ts, checker } = context;
  const chain: ts.Expression[] = [];
  for (let at: ts.Expression = expression; ; ) {
    chain.unshift(at);
    if (!ts.isPropertyAccessExpression(at) && !ts.isElementAccessExpression(at)) break;
    at = at.expression;
  }
  for (const [index, name] of path.names.entries()) {
    const before = chain[index - 1];
    if (index === 0 || !before) continue;
    const type = checker.getApparentType(checker.getTypeAtLocation(before));
    if ((type.flags & ts.TypeFlags.Any) !== 0 || checker.getPropertyOfType(type, name.text)) continue;
    if (checker.getIndexTypeOfType(type, ts.IndexKind.String)) continue;
    const near = nearest(
      name.text,
      checker
        .getPropertiesOfType(type)
        .map(({ name: one }) => one)
        .filter(isName),
    );
    const of = path.names
      .slice(0, index)
      .map(({ text }) => text)
      .join(".");
    const fixes = near === undefined ? [] : [unsafe(`write \`${near}\``, replace(name.span, near))];
    const params = { name: name.text, of, ...(near !== undefined && { nearest: near }) };
    const module = index === 1 ? context.moduleOf(of) : undefined;
    if (module !== undefined) return finding("task/not-exported", name.span, { ...params, path: module }, { fixes });
    return finding("task/unknown-member", name.span, params, { fixes });
  }
  return undefined;
}

function isName(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text);
}
