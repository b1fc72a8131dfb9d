/** Where a store may live, and who may read it. */
import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { networkKind } from "../../src/runtime/store/disk.ts";
import { createSqliteStore } from "../../src/runtime/store/index.ts";
import { freshDirectory, freshFile } from "./kit/place.ts";

const open = (file: string, more: object = {}) => createSqliteStore({ file, ...more }).open();
const refused = (code: string) => expect.objectContaining({ name: "SchedcError", code });

test("the directory and every file are for this user alone", () => {
  const directory = join(freshDirectory(), "a", "b");
  const store = createSqliteStore({ file: join(directory, "jobs.db") });
  store.open();
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  expect(statSync(dirname(directory)).mode & 0o777).toBe(0o700);
  const modes = readdirSync(directory).map((name) => [name, statSync(join(directory, name)).mode & 0o777]);
  expect(modes).toEqual(
    ["jobs.db", "jobs.db-commands", "jobs.db-lock", "jobs.db-shm", "jobs.db-wal"].map((name) => [name, 0o600]),
  );
  store.close();
});

test("a directory that is there keeps its rights", () => {
  const directory = freshDirectory();
  chmodSync(directory, 0o755);
  const store = createSqliteStore({ file: join(directory, "jobs.db") });
  store.open();
  expect(statSync(directory).mode & 0o777).toBe(0o755);
  store.close();
});

test("a directory in which everyone may replace files is refused, one with the sticky bit is not", () => {
  const directory = freshDirectory();
  chmodSync(directory, 0o777);
  expect(() => open(join(directory, "jobs.db"))).toThrow(refused("store/place"));
  expect(readdirSync(directory)).toEqual([]);
  chmodSync(directory, 0o1777);
  const store = createSqliteStore({ file: join(directory, "jobs.db") });
  store.open();
  store.close();
});

test("links, devices and directories are refused", () => {
  const directory = freshDirectory();
  writeFileSync(join(directory, "real.db"), "");
  symlinkSync("real.db", join(directory, "link.db"));
  mkdirSync(join(directory, "folder.db"));
  symlinkSync("real.db", join(directory, "jobs.db-lock"));
  for (const name of ["link.db", "folder.db", "jobs.db"]) {
    expect(() => open(join(directory, name)), name).toThrow(refused("store/file"));
  }
  if (process.platform !== "win32")
    expect(() => open("/dev/null", { anyFileSystem: true })).toThrow(refused("store/file"));
});

test.each(["", ":memory:", "file:jobs.db?mode=memory", "jobs\0.db"])("%j names no file", (file) => {
  expect(() => open(file)).toThrow(refused("store/name"));
});

test("a directory that cannot be made fails the start with the reason", () => {
  const file = freshFile();
  writeFileSync(file, "");
  expect(() => open(join(file, "jobs.db"))).toThrow(/ENOTDIR|EEXIST/);
});

test("file systems of other machines are known by their number, also with its sign spread", () => {
  expect([0x6969, 0xff534d42, 0xff534d42 | 0, 0x01021997, 0x65735546].map(networkKind)).toEqual([
    "NFS",
    "SMB",
    "SMB",
    "9P",
    "FUSE",
  ]);
  // ext4, tmpfs, btrfs, xfs, overlay.
  expect([0xef53, 0x01021994, 0x9123683e, 0x58465342, 0x794c7630].map(networkKind)).toEqual(Array(5).fill(undefined));
});
