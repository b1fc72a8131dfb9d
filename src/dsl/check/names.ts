/** The names that a file declares or imports, and what each stands for. Jobs and their ids are `identity.ts`. */
import type { CalendarNode, FileNode, ImportedName, ImportNode, Name, WindowNode } from "../tree/nodes.ts";

export interface Names {
  readonly windows: ReadonlyMap<string, WindowNode>;
  readonly calendars: ReadonlyMap<string, CalendarNode>;
  /** By the name that the file uses. */
  readonly imports: ReadonlyMap<string, Imported>;
}

export interface Imported {
  readonly statement: ImportNode;
  readonly element: ImportedName;
  /** `sched` brings windows and calendars, `module` tasks and types. */
  readonly brings: "sched" | "module";
}

/** Trees never change, so what one declares is worked out once, not once a use. */
const known = new WeakMap<FileNode, Names>();

/** Of two declarations of one name the first counts. */
export function namesOf(file: FileNode): Names {
  const names = known.get(file) ?? declared(file);
  known.set(file, names);
  return names;
}

function declared(file: FileNode): Names {
  const windows = new Map<string, WindowNode>();
  const calendars = new Map<string, CalendarNode>();
  const imports = new Map<string, Imported>();
  for (const statement of file.statements) {
    if (statement.kind === "window") add(windows, statement.name.text, statement);
    if (statement.kind === "calendar") add(calendars, statement.name.text, statement);
    if (statement.kind !== "import") continue;
    const brings = bringsOf(statement);
    for (const element of statement.names) add(imports, localName(element).text, { statement, element, brings });
  }
  return { windows, calendars, imports };
}

/** What an imported thing is called in the file that imports it. */
export function localName(element: ImportedName): Name {
  return element.alias ?? element.name;
}

export function bringsOf(statement: ImportNode): Imported["brings"] {
  return statement.from.value.endsWith(".sched") ? "sched" : "module";
}

function add<T>(map: Map<string, T>, name: string, what: T): void {
  if (!map.has(name)) map.set(name, what);
}

/**
 * The window that a name stands for: the file's own, else one that it imports from the file which declares it. What
 * a file imports it does not pass on. `files` gives the tree of a file by its name.
 */
export function resolveWindow(
  name: string,
  from: { readonly name: string; readonly file: FileNode },
  files: (name: string) => FileNode | undefined,
): WindowNode | undefined {
  const names = namesOf(from.file);
  const own = names.windows.get(name);
  const imported = names.imports.get(name);
  if (own || imported?.brings !== "sched" || imported.element.star) return own;
  const target = files(relativeName(from.name, imported.statement.from.value));
  return target && namesOf(target).windows.get(imported.element.name.text);
}

/** A file of the build, as the names in it lead to others. */
export interface NamedFile {
  readonly name: string;
  readonly file: FileNode;
}

/** The calendar that a name stands for, by the same rule, and the file that declares it: there its own names count. */
export function resolveCalendar(
  name: string,
  from: NamedFile,
  files: (name: string) => FileNode | undefined,
): { readonly calendar: CalendarNode; readonly from: NamedFile } | undefined {
  const names = namesOf(from.file);
  const own = names.calendars.get(name);
  if (own) return { calendar: own, from };
  const imported = names.imports.get(name);
  if (imported?.brings !== "sched" || imported.element.star) return undefined;
  const target = relativeName(from.name, imported.statement.from.value);
  const file = files(target);
  const calendar = file && namesOf(file).calendars.get(imported.element.name.text);
  return calendar && { calendar, from: { name: target, file } };
}

/** The name of a file that another names by a relative path, both with `/`. A bare path is relative too. */
export function relativeName(from: string, path: string): string {
  if (path.startsWith("/")) return path;
  const parts = [...from.split("/").slice(0, -1), ...path.split("/")];
  const result: string[] = [];
  for (const part of parts) {
    if (part === "." || (part === "" && result.length > 0)) continue;
    if (part === ".." && result.length > 0 && result.at(-1) !== "..") result.pop();
    else result.push(part);
  }
  return result.join("/");
}
