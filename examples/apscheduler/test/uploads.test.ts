import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { processUploads, type Uploads } from "../tasks/uploads.ts";

const never = new AbortController().signal;
let folder: string;
let pending: string;
let errors: string;
let seen: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "schedc-uploads-"));
  pending = join(folder, "pending");
  errors = join(folder, "errors");
  seen = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

function uploads(process: Uploads["process"] = async () => {}): Uploads {
  return {
    pending,
    errors,
    log: () => {},
    process: async (path) => {
      seen.push(basename(path));
      await process(path);
    },
  };
}

function put(...names: readonly string[]): void {
  mkdirSync(pending, { recursive: true });
  for (const name of names) writeFileSync(join(pending, name), `new ${name}`);
}

test("does nothing where the folder is missing", async () => {
  expect(await processUploads(uploads(), never)).toEqual({ processed: 0, failed: 0 });
});

test("does nothing where the folder is empty, and leaves other folders in it alone", async () => {
  mkdirSync(join(pending, "inner"), { recursive: true });
  expect(await processUploads(uploads(), never)).toEqual({ processed: 0, failed: 0 });
  expect(readdirSync(pending)).toEqual(["inner"]);
});

test("processes every file and deletes it", async () => {
  put("b.txt", "a.txt");
  expect(await processUploads(uploads(), never)).toEqual({ processed: 2, failed: 0 });
  expect(seen).toEqual(["a.txt", "b.txt"]);
  expect(readdirSync(pending)).toEqual([]);
});

test("moves a file that fails into the error folder and goes on", async () => {
  put("a.txt", "bad.txt", "c.txt");
  const refuse = async (path: string): Promise<void> => {
    if (path.endsWith("bad.txt")) throw new Error("no header");
  };
  expect(await processUploads(uploads(refuse), never)).toEqual({ processed: 2, failed: 1 });
  expect(readdirSync(pending)).toEqual([]);
  expect(readdirSync(errors)).toEqual(["bad.txt"]);
  expect(readFileSync(join(errors, "bad.txt"), "utf8")).toBe("new bad.txt");
});

test("keeps the failed files of earlier runs", async () => {
  mkdirSync(errors);
  writeFileSync(join(errors, "bad.txt"), "old");
  writeFileSync(join(errors, "bad.txt.1"), "older");
  put("bad.txt");
  await processUploads(
    uploads(async () => Promise.reject(new Error("no header"))),
    never,
  );
  expect(readdirSync(errors)).toEqual(["bad.txt", "bad.txt.1", "bad.txt.2"]);
  expect(readFileSync(join(errors, "bad.txt"), "utf8")).toBe("old");
  expect(readFileSync(join(errors, "bad.txt.2"), "utf8")).toBe("new bad.txt");
});

test("stops between two files when it is told to, and loses none", async () => {
  put("a.txt", "b.txt", "c.txt");
  const abort = new AbortController();
  const run = processUploads(
    uploads(async () => abort.abort(new Error("enough"))),
    abort.signal,
  );
  await expect(run).rejects.toThrow("enough");
  expect(readdirSync(pending)).toEqual(["b.txt", "c.txt"]);
});
