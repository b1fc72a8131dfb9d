/** Text that tries to leave the place it was given: nothing of it may become code, and nothing of it may be lost. */
import ts from "typescript-5.9";
import { describe, expect, test } from "vitest";
import { emitModule, importFindings } from "../../src/compiler/emit/index.ts";
import { createMemoryHost } from "../../src/compiler/memory-host.ts";
import { planOf } from "./plans.ts";

const hostile: Readonly<Record<string, string>> = {
  "end of a comment": "*/ globalThis.hacked = true; /*",
  "line comment": "// @ts-nocheck",
  "newline and code": "x\nglobalThis.hacked = true;\n",
  "carriage return": "x\rglobalThis.hacked = true;\r\n",
  "line separators": "x\u2028globalThis.hacked = true;\u2029",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the attack
  template: "${globalThis.hacked = true}`${1}`",
  quotes: `"'\`\\"\\'\\\``,
  backslashes: "\\\\\\u0022\\x22\\",
  "end of script": "</script><script>globalThis.hacked = true</SCRIPT ><!--",
  "lone surrogates": "\ud800 and \udfff and \ud83d\ude00",
  "right-to-left": "\u202e\u2066 \u200f evil",
  "byte order mark and null": "\ufeff\u0000\u0007\u001b[31m",
  "hidden letters": "\u200b\u00ad\u180e\u3164",
  prototype: "__proto__",
  constructor: "constructor",
  "compiler directive": "@ts-expect-error",
  number: "007",
  nothing: "",
};

const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2066-\u2069\u3164\ufeff]/;

describe.each(Object.entries(hostile))("%s", (_, text) => {
  test("stays text wherever it stands", async () => {
    const { plan, side } = planOf(
      "orders.sched",
      [
        {
          id: `id ${text}`,
          name: `name ${text}`,
          doc: `doc ${text}`,
          says: `says ${text}`,
          task: "run.it",
          args: [text, [text], { object: { [text]: text } }],
          policy: { tags: [text], renamedFrom: [text], when: { task: "isOpen", args: [text] } },
          trigger: { kind: "after", all: [{ job: text, ends: "fails" }] },
        },
        { id: text, task: "imported", args: [text] },
      ],
      [{ from: "./tasks.ts", names: ["imported"] }],
    );
    const code = await emitModule(plan, side, { host: createMemoryHost({}) });
    const { statements, strings } = read(code);

    expect(statements).toEqual([
      "ImportDeclaration",
      "ImportDeclaration",
      "TypeAliasDeclaration",
      "InterfaceDeclaration",
      "FirstStatement",
      "FunctionDeclaration",
    ]);
    for (const wanted of [text, `id ${text}`, `name ${text}`, `says ${text}`]) expect(strings).toContain(wanted);
    expect(code).not.toMatch(unseen);
    expect(code).not.toMatch(/<\/script|<!--/i);
    expect(code.isWellFormed()).toBe(true);
  });
});

test("names that are no identifiers are never written bare", async () => {
  const names = ["a-b", "a b", "1a", "", "ünï", "a;b", "a\nb", "💣", "</script>", "__proto__", "constructor", "await"];
  const { plan, side } = planOf(
    "x.sched",
    names.flatMap((name, i) => [
      { id: `given ${i}`, task: `tasks.${name}` },
      { id: `imported ${i}`, task: name },
    ]),
    [{ from: "./m.ts", names: names.filter((name) => name !== "a\nb") }],
  );
  const code = await emitModule(plan, side, { host: createMemoryHost({}) });
  const { statements } = read(code);
  expect(statements).not.toContain("ExpressionStatement");
  const bare = [...code.matchAll(/tasks\.(\S+?)\(run\)/g)].map(([, name]) => name);
  expect(bare).toEqual(expect.arrayContaining(["tasks.constructor", "tasks.await"]));
  for (const name of bare) expect(name).toMatch(/^(?:[\w$]|\.|\["(?:[^"\\]|\\.)*"\])+$/);
});

test("a hostile name of a file stays in its comment, its doc and its string", async () => {
  const file = 'a*/b\nglobalThis.hacked = true; //"\u2028x.sched';
  const { plan, side } = planOf(file, [{ id: "a" }]);
  const code = await emitModule(plan, side, { host: createMemoryHost({}), module: "out/x.ts" });
  const { statements, strings } = read(code);
  expect(statements).toHaveLength(5);
  expect(strings).toContain(`../${file.replace("//", "/")}`);
});

test("a path that is no plain text never becomes an import", async () => {
  for (const from of ['pkg/"; globalThis.hacked = true; "', "./a\u2028.ts", "./a\\b.ts", "./\u202ea.ts", "./a\n.ts"]) {
    const { plan, side } = planOf("a.sched", [{ id: "a", task: "f" }], [{ from, names: ["f"] }]);
    const host = createMemoryHost({});
    await expect(emitModule(plan, side, { host })).rejects.toThrow("is not plain");
    expect(await importFindings(side, { host })).toMatchObject([{ code: "import/not-a-path" }]);
  }
});

/** The kinds of the statements, and the value of every string and quoted name; fails on a syntax error. */
function read(code: string): { statements: string[]; strings: string[] } {
  const file = ts.createSourceFile("m.ts", code, ts.ScriptTarget.Latest, true);
  const { diagnostics } = ts.transpileModule(code, { reportDiagnostics: true });
  expect((diagnostics ?? []).map(({ messageText }) => messageText)).toEqual([]);
  const strings: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isIdentifier(node)) strings.push(node.text);
    if (ts.isNumericLiteral(node)) strings.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { statements: file.statements.map(({ kind }) => ts.SyntaxKind[kind]), strings };
}

test("a letter that not every reader knows stays in quotes, also as a key", async () => {
  const { plan, side } = planOf("a.sched", [{ id: "\ua7f7", task: "tasks.\ua7f7" }]);
  const code = await emitModule(plan, side, { host: createMemoryHost({}) });
  expect(code.replace(/"[^"]*"/g, "")).not.toContain("\ua7f7");
  read(code);
});
