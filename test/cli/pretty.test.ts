import { describe, expect, test } from "vitest";
import { renderPretty } from "../../src/cli/render/index.ts";
import type { Diagnostic, Span } from "../../src/dsl/index.ts";

/** The frame of one finding about the place between `«` and `»` of a text. */
function frame(marked: string, extra: Partial<Diagnostic> = {}, width = 60): string {
  const start = marked.indexOf("«");
  const text = marked.replace(/[«»]/g, "");
  return show(text, { start, end: marked.indexOf("»") - 1 }, extra, width);
}

function show(text: string, span: Span, extra: Partial<Diagnostic> = {}, width = 60): string {
  const finding: Diagnostic = {
    code: "time/never-fires",
    severity: "error",
    message: "`feb 30` never comes",
    file: "jobs.sched",
    span,
    ...extra,
  };
  return renderPretty([finding], new Map([["jobs.sched", text]]), { color: false, width });
}

describe("a finding for people", () => {
  test("says what, where, and shows the place", () => {
    expect(frame("// a\nevery year on «feb 30» at 9:00 run f\n")).toBe(`\
error[time/never-fires]: \`feb 30\` never comes
   ╭─ jobs.sched:2:15
 2 │ every year on feb 30 at 9:00 run f
   │               ^^^^^^
`);
  });

  test("adds help, broken into lines, and each fix as a diff", () => {
    const text = "every year on feb 30 at 9:00 run f\n";
    const span = { start: 14, end: 20 };
    const shown = show(text, span, {
      help: "February has at most 29 days; `on the last day` of it always comes",
      fixes: [
        { title: "write `feb 28`", applicability: "safe", edits: [{ span, text: "feb 28" }] },
        { title: "write two lines", applicability: "unsafe", edits: [{ span: { start: 0, end: 0 }, text: "// x\n" }] },
      ],
    });
    expect(shown).toBe(`\
error[time/never-fires]: \`feb 30\` never comes
   ╭─ jobs.sched:1:15
 1 │ every year on feb 30 at 9:00 run f
   │               ^^^^^^
   ├─ help: February has at most 29 days; \`on the last day\`
   │        of it always comes
   ├─ fix: write \`feb 28\`
   │    1 - every year on feb 30 at 9:00 run f
   │    1 + every year on feb 28 at 9:00 run f
   ╰─ maybe: write two lines
        1 + // x
`);
  });

  test("keeps what stands between backticks on one line, where it fits one", () => {
    const help = (text: string): string => frame("«x»", { help: text });
    expect(help("write what was meant, so `every month on the last friday`")).toContain(`\
   ╰─ help: write what was meant, so
            \`every month on the last friday\`
`);
    expect(help("one of `dst gap after`, `dst gap shift`, `dst gap skip`")).toContain(`\
   ╰─ help: one of \`dst gap after\`, \`dst gap shift\`,
            \`dst gap skip\`
`);
    expect(help("a sign ` alone is a sign and breaks no line that it stands in")).toContain("no line that\n");
  });

  test("underlines by what a terminal shows: tabs spread, wide characters twice", () => {
    expect(frame("\tevery day at 9:00 run 漢字«ばつ»")).toContain(`\
 1 │     every day at 9:00 run 漢字ばつ
   │                               ^^^^
`);
  });

  test("counts an emoji of several code points as one", () => {
    expect(frame('run f("👩‍👩‍👧", «x»)')).toContain(`\
 1 │ run f("👩‍👩‍👧", x)
   │             ^
`);
  });

  test("shows both ends of a long span", () => {
    expect(frame("«job a {\n  every day at 9:00\n  run f\n\n  max 1\n  max 2\n  max 3\n  max 4\n}»\n")).toContain(`\
 1 │ job a {
   │ ^^^^^^^
 2 │   every day at 9:00
   │   ^^^^^^^^^^^^^^^^^
 3 │   run f
   │   ^^^^^
   ┆
 7 │   max 3
   │   ^^^^^
 8 │   max 4
   │   ^^^^^
 9 │ }
   │ ^
`);
  });

  test("cuts a long line around the place", () => {
    expect(frame(`${"x".repeat(500)}«bad»${"y".repeat(500)}`, {}, 40)).toBe(`\
error[time/never-fires]: \`feb 30\` never comes
   ╭─ jobs.sched:1:501
 1 │ …xxxxxxxxxxxxxxxbadyyyyyyyyyyyyyyy…
   │                 ^^^
`);
  });

  test("names related places in one frame, each with its words", () => {
    const text = "job a { }\njob b { }\njob a { }\n";
    const related = [{ file: "jobs.sched", span: { start: 4, end: 5 }, message: "the first stands here" }];
    expect(show(text, { start: 24, end: 25 }, { related })).toContain(`\
   ╭─ jobs.sched:3:5
 1 │ job a { }
   │     - the first stands here
   ┆
 3 │ job a { }
   │     ^
`);
  });

  test("keeps two places of one long line in one row", () => {
    const text = `${"x".repeat(100)}ab`;
    const related = [{ file: "jobs.sched", span: { start: 100, end: 101 }, message: "here" }];
    expect(show(text, { start: 101, end: 102 }, { related }, 50)).toMatch(/x…?ab\n {3}│ ( +)\^\n {3}│ {1,}- here\n/);
  });

  test("stands at the end of a file and of an empty one", () => {
    expect(show("run f", { start: 5, end: 5 })).toContain(" 1 │ run f\n   │      ^\n");
    expect(show("", { start: 0, end: 0 })).toContain("jobs.sched:1:1\n 1 │\n   │ ^\n");
  });

  test("counts lines and columns right under CRLF and a BOM", () => {
    expect(frame("\uFEFFa\r\n«b»\r\n")).toContain("jobs.sched:2:1\n 2 │ b\n   │ ^\n");
  });

  test("names a file whose text is not at hand", () => {
    const shown = show("x", { start: 0, end: 1 }, { file: "gone.sched", help: "bring it back" });
    expect(shown).toBe(`\
error[time/never-fires]: \`feb 30\` never comes
   ├─ at: gone.sched
   ╰─ help: bring it back
`);
  });

  test("lets nothing of a source act on the terminal", () => {
    const nasty = "\u001b[31m\u0007\u202e";
    const shown = frame(`run «f${nasty}»`, { message: nasty, help: nasty, file: "jobs.sched" });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(shown).toContain("\\u{1b}[31m\\u{7}\\u{202e}");
  });

  test("is coloured only when asked, and the text is the same", () => {
    const text = "every day at 25:00 run f";
    const finding: Diagnostic = {
      code: "time/range",
      severity: "warning",
      message: "`25:00` is no time",
      file: "a.sched",
      span: { start: 13, end: 18 },
      help: "hours end at `23`",
    };
    const sources = new Map([["a.sched", text]]);
    const colored = renderPretty([finding], sources, { color: true });
    expect(colored).toContain("\u001b[1;33mwarning[time/range]\u001b[0m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours themselves
    expect(colored.replace(/\u001b\[[\d;]*m/g, "")).toBe(renderPretty([finding], sources, { color: false }));
  });
});
