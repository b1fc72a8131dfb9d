/** Paths with `/` as the compiler uses them on every system; nothing here touches a disk. */

/** Without the last part; "" for a bare name, "/" for a file of the root. */
export function dirname(path: string): string {
  const end = path.lastIndexOf("/");
  return end < 0 ? "" : end === 0 ? "/" : path.slice(0, end);
}

export function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function isAbsolute(path: string): boolean {
  return path.startsWith("/") || /^[A-Za-z]:[\\/]/.test(path);
}

/** The second path as seen from the first, `.` and `..` resolved; an absolute second path stands alone. */
export function joinPath(folder: string, path: string): string {
  const whole = isAbsolute(path) || folder === "" ? path : `${folder}/${path}`;
  const root = /^(?:[A-Za-z]:)?\//.exec(whole)?.[0] ?? "";
  const parts: string[] = [];
  for (const part of whole.slice(root.length).split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || root === "") parts.push(part);
  }
  return root + parts.join("/");
}

/** From one folder to a path, both relative to the same place or both absolute; never starts with `./`. */
export function relativePath(folder: string, path: string): string {
  const from = joinPath("", folder).split("/").filter(Boolean);
  const to = joinPath("", path).split("/").filter(Boolean);
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}
