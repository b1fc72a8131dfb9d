/** The cases of `test/fixtures/emit`: each a folder with `main.sched`, the modules it imports, and the module wanted. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const folder: string = fileURLToPath(new URL("../fixtures/emit/", import.meta.url));

export interface Case {
  readonly name: string;
  /** Every file of the folder by its name, the wanted module among them. */
  readonly files: Readonly<Record<string, string>>;
}

export const wantedModule = "main.sched.ts";

export function readCases(): Case[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => {
    const files = readdirSync(`${folder}${name}`);
    return {
      name,
      files: Object.fromEntries(files.map((file) => [file, readFileSync(`${folder}${name}/${file}`, "utf8")])),
    };
  });
}
