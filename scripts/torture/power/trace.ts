/** Reads what strace wrote down: every call that changes or flushes a file of one directory, and what was said in between. */

export type Call =
  | { readonly kind: "make" | "unlink"; readonly name: string }
  | { readonly kind: "write"; readonly name: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: "cut"; readonly name: string; readonly size: number }
  /** Of a file, or of the directory where there is no name. */
  | { readonly kind: "flush"; readonly name?: string }
  | { readonly kind: "say"; readonly what: string; readonly number: number };

export const TRACED = "openat,close,pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2";

const LINE = /^(\w+)\((.*)\)\s+= (-?\d+)/s;

export function readTrace(text: string, directory: string): readonly Call[] {
  /** By descriptor, the name within the directory; `""` for the directory itself. */
  const open = new Map<number, string>();
  const known = new Set<string>();
  const calls: Call[] = [];
  for (const line of text.split("\n")) {
    const found = LINE.exec(line);
    if (found === null) continue;
    const [, call = "", args = "", result = ""] = found;
    if (Number(result) < 0) continue;
    const strings = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/g)].map(([, hex = "", cut]) => {
      if (cut !== undefined) throw new Error(`strace cut a text short: ${line.slice(0, 80)}`);
      return Buffer.from(hex.replaceAll("\\x", ""), "hex");
    });
    const bare = args
      .replaceAll(/"[^"]*"(\.\.\.)?/g, "")
      .split(",")
      .map((arg) => arg.trim());
    const fd = Number(bare[0]);
    const name = open.get(fd);
    switch (call) {
      case "openat": {
        const path = String(strings[0]);
        const within = path === directory ? "" : inside(path, directory);
        if (within === undefined) break;
        open.set(Number(result), within);
        if (args.includes("O_CREAT") && within !== "" && !known.has(within)) calls.push({ kind: "make", name: within });
        known.add(within);
        break;
      }
      case "close":
        open.delete(fd);
        break;
      case "pwrite64":
        if (name !== undefined)
          calls.push({ kind: "write", name, at: Number(bare[3]), bytes: strings[0] ?? Buffer.alloc(0) });
        break;
      case "write":
        if (fd === 1) calls.push(...saidIn(String(strings[0])));
        else if (name !== undefined) throw new Error(`${name} was written without a place`);
        break;
      case "fsync":
      case "fdatasync":
        if (name !== undefined) calls.push(name === "" ? { kind: "flush" } : { kind: "flush", name });
        break;
      case "ftruncate":
        if (name !== undefined) calls.push({ kind: "cut", name, size: Number(bare[1]) });
        break;
      case "unlink": {
        const gone = inside(String(strings[0]), directory);
        if (gone === undefined) break;
        known.delete(gone);
        calls.push({ kind: "unlink", name: gone });
        break;
      }
      default:
        if (strings.some((path) => inside(String(path), directory) !== undefined))
          throw new Error(`${call} is not known here`);
    }
  }
  return calls;
}

function saidIn(text: string): Call[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [what = "", number = ""] = line.split(" ");
      return { kind: "say", what, number: Number(number) };
    });
}

function inside(path: string, directory: string): string | undefined {
  return path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : undefined;
}
