/**
 * Tasks held against TypeScript, one program a tsconfig. A session keeps its programs, so that an editor and a watcher
 * pay for what changed alone; each look reads the files anew, so that nothing stale is ever answered.
 */
import type { FileNode, ImportNode } from "../../dsl/index.ts";
import type { CompilerHost, SyncFiles } from "../host.ts";
import { dirname, joinPath } from "../paths.ts";
import { loadTsMorph } from "../ts-morph.ts";
import { createTypeConfigs, type TypeConfig } from "./compiler-options.ts";
import { checkFile, type TypeFacts, valueNames } from "./file-findings.ts";
import { givenFindings } from "./given-tasks.ts";
import { type Probe, probeOf } from "./probe.ts";
import { createKeptProgram, type KeptProgram } from "./program.ts";
import { type World, worldOf } from "./world.ts";

export interface TypeSession {
  /** By the name of each file. */
  check(files: readonly TypedFile[], around: TypeSurroundings): Promise<ReadonlyMap<string, TypeFacts>>;
}

export interface TypedFile {
  readonly name: string;
  readonly text: string;
  /** Of that text. */
  readonly file: FileNode;
  /** Imports that lead where none may are not followed. */
  readonly blocked: (statement: ImportNode) => boolean;
}

export interface TypeSurroundings {
  readonly host: CompilerHost;
  readonly root: string;
  /** Modules given as text, by name; they count before those of the host. */
  readonly modules: Readonly<Record<string, string>>;
  /** Whether a module that the host does not have does not exist. */
  readonly complete: boolean;
  /** Whether every task has to be imported. */
  readonly required: boolean;
}

interface Group {
  readonly config: TypeConfig;
  readonly files: { readonly typed: TypedFile; readonly probe: Probe; readonly path: string }[];
}

interface KeptFile {
  /** Everything but the other files that the facts were found from. */
  readonly key: string;
  readonly facts: TypeFacts;
}

export function createTypeSession(): TypeSession {
  const programs = new Map<string, { readonly kept: KeptProgram; readonly files: Map<string, KeptFile> }>();

  return {
    async check(files, around) {
      const facts = new Map<string, TypeFacts>();
      const probes = files.map((typed) => ({ typed, probe: probeOf(typed.file, typed.blocked) }));
      const typed = probes.filter(({ probe }) => probe.imports.length > 0);
      const sync = around.host.sync;
      for (const { typed: one, probe } of sync ? probes.filter((each) => !typed.includes(each)) : probes) {
        facts.set(one.name, untyped(one.file, probe, around.required));
      }
      if (typed.length === 0 || !sync) return facts;
      const morph = await loadTsMorph();
      const world = worldOver(sync, around);
      for (const { config, files: members } of groupsOf(typed)) {
        const known = programs.get(config.key) ?? { kept: createKeptProgram(config, morph), files: new Map() };
        programs.set(config.key, known);
        const look = known.kept.update(world, new Map(members.map(({ path, probe }) => [path, probe.text])));
        if (look.changed) known.files.clear();
        for (const { typed: one, probe, path } of members) {
          const before = known.files.get(path);
          const { required } = around;
          const key = JSON.stringify([one.text, probe.text, required, around.complete]);
          const found =
            before?.key === key
              ? before.facts
              : checkFile(
                  {
                    file: one.file,
                    probe,
                    path,
                    required,
                    isComplete: (to) => complete(to, path),
                    beside: (to) => besides(to, path),
                  },
                  look,
                  morph,
                );
          known.files.set(path, { key, facts: found });
          facts.set(one.name, found);
        }
      }
      return facts;

      /** Paths of modules that lie where a relative path leads, with its ending or without as it has one. */
      function besides(path: string, from: string): readonly string[] {
        if (!/^\.\.?\//.test(path)) return [];
        const folder = path.slice(0, path.lastIndexOf("/") + 1);
        const names = world
          .list(joinPath(dirname(from), folder))
          .files.filter((name) => /^[^.].*\.[cm]?[jt]sx?$/.test(name));
        const ending = /\.[cm]?[jt]sx?$/.exec(path)?.[0];
        const bare = names.map((name) => name.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, ""));
        return [...new Set(bare)].map((name) => `${folder}${name}${ending ?? ""}`);
      }

      /** Paths can be looked for wherever modules were given; packages where there are any. */
      function complete(path: string, from: string): boolean {
        if (sync?.complete) return true;
        if (/^\.\.?(?:\/|$)/.test(path)) return around.complete || Object.keys(around.modules).length > 0;
        for (let at = dirname(from); ; at = dirname(at)) {
          if (world.isFolder(joinPath(at, "node_modules"))) return true;
          if (at === dirname(at)) return false;
        }
      }

      function groupsOf(all: typeof typed): readonly Group[] {
        const groups = new Map<string, Group>();
        const configs = createTypeConfigs(world, morph);
        for (const { typed: one, probe } of all) {
          const path = `${world.place(one.name)}.uses.ts`;
          const config = configs.of(path);
          const group = groups.get(config.key) ?? { config, files: [] };
          groups.set(config.key, group);
          group.files.push({ typed: one, probe, path });
        }
        return [...groups.values()];
      }
    },
  };
}

/** What names alone show. */
function untyped(file: FileNode, probe: Probe, required: boolean): TypeFacts {
  const known = { imported: valueNames(probe), exported: new Map<string, string>() };
  return { findings: givenFindings(probe.unknown, file, known, required), handsContext: new Map() };
}

function worldOver(files: SyncFiles, { root, modules }: TypeSurroundings): World {
  const over = new Map(Object.entries(modules).map(([name, text]) => [joinPath(root || "/", name), text]));
  return worldOf({ files, root, over });
}
