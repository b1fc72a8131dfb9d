/** Every place of a `.sched` file where its author's own text can stand, each as a statement around an attack. */
import { quoted } from "./strings.ts";

export interface Position {
  readonly name: string;
  /** `at` tells the statements of one file apart. */
  readonly write: (attack: string, at: number) => string;
  /** The text that has to be found in the module where the compiler takes the statement. */
  readonly kept?: (attack: string, at: number) => string;
}

const head = (at: number): string => `every day at 9:00 run f${at}`;

/** The attack as it is, and as a string literal that carries it; what has to differ from its likes ends in a number. */
function both(name: string, write: (text: string, at: number) => string, differs = false): Position[] {
  const full = (attack: string, at: number): string => (differs ? `${attack} ${at}` : attack);
  return [
    { name: `${name}, escaped`, write: (attack, at) => write(quoted(full(attack, at)), at), kept: full },
    { name: `${name}, raw`, write: (attack, at) => write(`"${full(attack, at)}"`, at) },
  ];
}

function template(at: number, params: string, run: string): string {
  return `template t${at}(key_: string${params}) {\n  once on startup\n  ${run}\n  id "t${at}:{key_}"\n}`;
}

export const positions: readonly Position[] = [
  ...both("an argument", (text, at) => `${head(at)}(${text})`),
  ...both("in a list", (text, at) => `${head(at)}([[${text}]])`),
  ...both("the key of an object", (text, at) => `${head(at)}({ ${text}: 1 })`),
  ...both("the value of an object", (text, at) => `${head(at)}({ a: { b: ${text} } })`),
  ...both("a name", (text, at) => `${head(at)} name ${text}`),
  ...both("a tag", (text, at) => `${head(at)} tags ${text}`),
  ...both("an id", (text, at) => `${head(at)} id ${text}`, true),
  ...both("an older id", (text, at) => `${head(at)} renamed from ${text}`, true),
  ...both("a guard's argument", (text, at) => `${head(at)} when open(${text})`),
  ...both("a hook's argument", (text, at) => `${head(at)} on failure run tell(${text})`),
  ...both("a custom trigger's argument", (text, at) => `custom next(${text}) run f${at}`),
  ...both("a cron expression", (text, at) => `cron ${text} run f${at}`),
  {
    name: "where tasks come from",
    write: (attack, at) => `import { g${at} } from "${attack}"\nevery day at 9:00 run g${at}`,
  },
  { name: "what a calendar includes", write: (attack, at) => `calendar c${at} { include ${quoted(attack)} }` },
  {
    name: "why a day is off",
    write: (attack, at) => `calendar c${at} { holiday dec 25 ${quoted(attack)} }\n${head(at)}`,
  },
  { name: "a doc comment", write: (attack, at) => `/// ${attack}\n${head(at)}` },
  { name: "a line comment", write: (attack, at) => `${head(at)} // ${attack}` },
  { name: "a block comment", write: (attack, at) => `/* ${attack} */\n${head(at)}` },
  { name: "a suppression", write: (attack, at) => `// schedc-ignore ${attack}: ${attack}\n${head(at)}` },
  { name: "a task", write: (attack, at) => `every day at 9:00 run ${attack} id "i${at}"` },
  { name: "a member of a task", write: (attack, at) => `every day at 9:00 run f${at}.${attack}` },
  { name: "a job", write: (attack, at) => `job ${attack} {\n  every day at 9:00\n  run f${at}\n}` },
  { name: "a group", write: (attack, at) => `group ${attack} {\n  ${head(at)}\n}` },
  { name: "a window", write: (attack, at) => `window ${attack} = 9-17\n${head(at)}` },
  { name: "an imported name", write: (attack, at) => `import { ${attack} } from "./tasks"\n${head(at)}` },
  { name: "an alias", write: (attack, at) => `import { g as ${attack} } from "./tasks"\n${head(at)}` },
  { name: "a reference", write: (attack, at) => `${head(at)}(${attack})` },
  { name: "a run-time value", write: (attack, at) => `${head(at)}(@${attack})` },
  { name: "a zone", write: (attack, at) => `every day at 9:00 in ${attack} run f${at}` },
  { name: "a time", write: (attack, at) => `every day at ${attack} run f${at}` },
  ...both("a template's argument", (text, at) => template(at, "", `run f${at}(key_, ${text})`)),
  ...both("a template's tag", (text, at) => template(at, "", `run f${at}(key_)\n  tags ${text}`)),
  ...both("a template's name for its jobs", (text, at) => template(at, "", `run f${at}(key_)\n  name ${text}`)),
  ...both("the default of a parameter", (text, at) => template(at, `, b: string = ${text}`, `run f${at}(key_, b)`)),
  ...both("the type of a parameter", (text, at) => template(at, `, b: ${text}`, `run f${at}(key_, b)`)),
  { name: "a template", write: (attack, at) => `template ${attack}(a: string) {\n  ${head(at)}(a)\n  id "{a}"\n}` },
  {
    name: "a parameter",
    write: (attack, at) =>
      `template t${at}(${attack}: string) {\n  once on startup\n  run f${at}\n  id "{${attack}}"\n}`,
  },
];
