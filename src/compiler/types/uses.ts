/** Every call of a file that leads to an imported module, with what the caller does with the answer. */
import {
  type BodyItem,
  type CallNode,
  type FileNode,
  groupsOf,
  jobsOf,
  type Name,
  type Path,
  type Setting,
  type TemplateNode,
  type ValueNode,
} from "../../dsl/index.ts";

/** `guard` answers yes or no, `trigger` gives the next instant, of a `task` nothing is asked. */
export type Asked = "task" | "guard" | "trigger";

/** One call, once however many jobs a group hands it to. */
export interface Use {
  readonly call: CallNode;
  readonly as: Asked;
  /** The word before it: `run`, `when`, `unless`, `custom`. */
  readonly word: string;
  /** The template that it stands in, whose parameters may be among its arguments. */
  readonly template?: TemplateNode;
}

/** In source order within jobs, settings of groups and of the file before them. */
export function usesOf(file: FileNode): readonly Use[] {
  const uses: Use[] = [];
  for (const statement of file.statements) {
    if (statement.kind === "defaults") add(statement.settings, uses);
    if (statement.kind === "template") add(statement.body, uses, statement);
  }
  for (const group of groupsOf(file)) add(group.items.filter(isSetting), uses);
  for (const { job } of jobsOf(file)) add(job.body, uses);
  return uses;
}

function add(items: readonly BodyItem[], uses: Use[], template?: TemplateNode): void {
  for (const item of items) {
    const use = useOf(item);
    if (use) uses.push(template ? { ...use, template } : use);
  }
}

function useOf(item: BodyItem): Use | undefined {
  if (item.kind === "run") return { call: item.call, as: "task", word: "run" };
  if (item.kind === "custom") return { call: item.call, as: "trigger", word: "custom" };
  if (item.kind !== "policy" || !("call" in item)) return undefined;
  return item.policy === "onEnd"
    ? { call: item.call, as: "task", word: "run" }
    : { call: item.call, as: "guard", word: item.policy };
}

function isSetting(item: { readonly kind: string }): item is Setting {
  return item.kind === "policy";
}

/** Every place at which a name begins a path: of a task, or of a value among the arguments. */
export function rootNames(file: FileNode, name: string): readonly Name[] {
  const paths = usesOf(file).flatMap(({ call }) => [call.path, ...(call.args ?? []).flatMap(referencesIn)]);
  return paths.flatMap(({ names }) => names.slice(0, 1)).filter(({ text }) => text === name);
}

function referencesIn(value: ValueNode): readonly Path[] {
  if (value.kind === "reference") return [value.path];
  if (value.kind === "list") return value.items.flatMap(referencesIn);
  return value.kind === "object" ? value.pairs.flatMap((pair) => referencesIn(pair.value)) : [];
}
