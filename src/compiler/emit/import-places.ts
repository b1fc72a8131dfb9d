/** Whether every import of a file leads where imports may lead. */
import { type Finding, finding, type Span } from "../../dsl/index.ts";
import type { Config } from "../config/types.ts";
import type { CompilerHost } from "../host.ts";
import { dirname, isAbsolute, joinPath } from "../paths.ts";
import type { FileSide } from "../plan/types.ts";
import { findImport, isRelative } from "./import-path.ts";
import { isPlainText } from "./text/string-literal.ts";

export interface ImportLimits {
  readonly host: CompilerHost;
  /** Where the names of files start; "" or absolute. */
  readonly root?: string;
  readonly config?: Config;
}

/** One finding an import at most; the files of symbolic links count where they really are. */
export async function importFindings(side: FileSide, limits: ImportLimits): Promise<Finding[]> {
  const findings = await Promise.all(
    side.imports.map(({ from, fromSpan }) => placeFinding(from, fromSpan, side.file, limits)),
  );
  return findings.filter((one) => one !== undefined);
}

/** What is wrong with one path; a file that is not there is in place where it would be. */
export async function placeFinding(
  path: string,
  span: Span,
  file: string,
  { host, root = "", config }: ImportLimits,
): Promise<Finding | undefined> {
  if (isAbsolute(path) || path.startsWith("\\")) return finding("import/absolute", span, { path });
  if (path.startsWith("node:") || builtIns.has(path.split("/", 1)[0] ?? ""))
    return finding("import/built-in", span, { path });
  if (/^[A-Za-z][A-Za-z\d+.-]*:/.test(path)) return finding("import/url", span, { path });
  if (!isRelative(path)) return isPackage(path) ? undefined : finding("import/not-a-path", span, { path });
  if (!isPlain(path)) return finding("import/not-a-path", span, { path });
  const folder = dirname(joinPath(root, file));
  const target = joinPath(folder, path);
  const found = await findImport(path, folder, host);
  const folders = config?.imports?.folders ?? [""];
  const allowed = folders.map((one) => joinPath(root, one));
  const reached = found === undefined ? [target] : [target, await host.realPath(found)];
  const roots = [...allowed, ...(await Promise.all(allowed.map((one) => host.realPath(one))))];
  if (reached.every((place) => roots.some((one) => isWithin(place, one)))) return undefined;
  return finding("import/outside", span, {
    path,
    allowed: config?.imports?.folders ? "the folders that imports may reach" : "the project",
  });
}

/** Whether a path is a folder or lies in it; "" is where relative names start. */
export function isWithin(path: string, folder: string): boolean {
  if (folder === "" || folder === ".") return !isAbsolute(path) && path !== ".." && !path.startsWith("../");
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

/** `name`, `@scope/name`, `#name` of the package's own, or an alias such as `@/name`, `~/name`, `$lib/name`; a path may follow. */
function isPackage(path: string): boolean {
  return /^(?:@[\w.-]*\/|[~#]\/?|\$)?\w[\w.-]*(?:\/[\w.@$~-]+)*$/.test(path) && !path.split("/").includes("..");
}

/** No character that would have to be escaped, or that means something else in a path of a module: `%2e` is a dot there. */
function isPlain(path: string): boolean {
  return isPlainText(path) && !/['`?#%*<>|\\]/.test(path);
}

/** Node's modules by their old names; those that came later have no name without `node:`. */
const builtIns: ReadonlySet<string> = new Set(
  (
    "assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs " +
    "http http2 https inspector module net os path perf_hooks process punycode querystring readline repl stream " +
    "string_decoder sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib"
  ).split(" "),
);
