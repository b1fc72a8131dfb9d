/** Paths are with `/` everywhere inside, also where the system writes them otherwise. */
import { sep } from "node:path";

/** Elsewhere a backslash is a letter like any other. */
export function slashes(path: string): string {
  return sep === "\\" ? path.replaceAll(sep, "/") : path;
}
