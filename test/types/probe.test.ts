/** The file that TypeScript checks holds the calls of the source and nothing else, whatever stands in its texts and names. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadTsMorph, type ts } from "../../src/compiler/ts-morph.ts";
import { probeOf } from "../../src/compiler/types/probe.ts";
import { printString } from "../../src/dsl/format/text.ts";
import { parse } from "../../src/dsl/index.ts";

const { ts: compiler } = await loadTsMorph();

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    '"); process.exit(1); ("',
    "*/ evil() /*",
    `\`\${evil()}\``,
    "\u2028evil()\u2029",
    "</script>",
    "// x",
    "\\",
    "'",
    "__proto__",
    `\${evil}`,
  ),
);

function statementsOf(text: string): readonly ts.Statement[] {
  const { file, findings } = parse(text);
  expect(findings).toEqual([]);
  const source = compiler.createSourceFile(
    "probe.ts",
    probeOf(file, () => false).text,
    compiler.ScriptTarget.Latest,
    true,
  );
  return [...source.statements];
}

test("a text among the arguments is that text in the file, as a literal", () => {
  fc.assert(
    fc.property(hostile, hostile, (text, key) => {
      const value = `{ ${printString(key)}: [${printString(text)}] }`;
      const statements = statementsOf(`import { f } from "./tasks.ts"\nevery day at 9:00 run f(${value})\n`);
      const calls = statements.filter((one) => compiler.isExpressionStatement(one));
      expect(statements.length - calls.length).toBe(7);
      expect(calls).toHaveLength(2);
      for (const { expression } of calls) {
        if (!compiler.isCallExpression(expression)) throw new Error("is no call");
        expect(expression.expression.getText()).toBe("_0");
        const [object] = expression.arguments;
        if (!object || !compiler.isObjectLiteralExpression(object)) throw new Error("is no object");
        const [pair] = object.properties;
        if (object.properties.length !== 1 || !pair || !compiler.isPropertyAssignment(pair))
          throw new Error("is no pair");
        if (!compiler.isArrayLiteralExpression(pair.initializer)) throw new Error("is no list");
        expect(pair.initializer.elements.map((one) => compiler.isStringLiteral(one) && one.text)).toEqual([text]);
      }
    }),
  );
});

test("a path of an import is that path in the file, as a literal", () => {
  fc.assert(
    fc.property(hostile, (path) => {
      const statements = statementsOf(`import { f } from ${printString(path)}\nevery day at 9:00 run f\n`);
      const imports = statements.filter((one) => compiler.isImportDeclaration(one));
      const paths = imports.map(
        ({ moduleSpecifier }) => compiler.isStringLiteral(moduleSpecifier) && moduleSpecifier.text,
      );
      expect(paths).toEqual(path.endsWith(".sched") ? ["schedc:run"] : ["schedc:run", path]);
    }),
  );
});
