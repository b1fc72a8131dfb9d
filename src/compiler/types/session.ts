/**
 * Tasks held against TypeScript, one program a tsconfig. A session keeps its programs, so that an editor and a watcher
 * pay for what changed alone; each look reads the files anew, so that nothing stale is ever answered.
 */
import type { FileNode, ImportNode } from "../../dsl/index.ts";
import { SchedcError } from "../../runtime/model/index.ts";
import type { CompilerHost, SyncFiles } from "../host.ts";
import { joinPath } from "../paths.ts";
import { loadTsMorph, type TsMorph } from "../ts-morph.ts";
import { createTypeConfigs, type TypeConfig } from "./compiler-options.ts";
import { checkFile, type TypeFacts, valueNames } from "./file-findings.ts";
import { givenFindings } from "./given-tasks.ts";
import { isMissing, isReached, modulesBeside } from "./module-places.ts";
import { type Probe, probeOf } from "./probe.ts";
import { createKeptProgram, type KeptProgram, type Look } from "./program.ts";
import { createWaitingFiles, settled } from "./waiting-files.ts";
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
  /** Where imports may lead, where the config says so; the program's own aliases are trusted otherwise. */
  readonly folders?: readonly string[];
}

interface Probed {
  readonly typed: TypedFile;
  readonly probe: Probe;
}

interface PlacedProbe extends Probed {
  /** Where the probe would lie. */
  readonly path: string;
}

interface Group {
  readonly config: TypeConfig;
  readonly files: PlacedProbe[];
}

interface KeptFile {
  /** Everything but the other files that the facts were found from. */
  readonly key: string;
  readonly facts: TypeFacts;
}

/** The program of one tsconfig, and what was found with it. */
interface KeptProject {
  /** Of the config; with another the program is another. */
  readonly key: string;
  readonly program: KeptProgram;
  readonly files: Map<string, KeptFile>;
}

export function createTypeSession(): TypeSession {
  const projects = new Map<string, KeptProject>();

  return {
    async check(files, around) {
      const facts = new Map<string, TypeFacts>();
      const importing: Probed[] = [];
      for (const typed of files) {
        const probe = probeOf(typed.file, typed.blocked);
        if (probe.imports.length > 0) importing.push({ typed, probe });
        else facts.set(typed.name, untyped(typed.file, probe, around.required));
      }
      if (importing.length === 0) return facts;
      const morph = await loadTsMorph();
      const waiting = around.host.sync ? undefined : createWaitingFiles(around.host);
      const world = worldOver(around.host.sync ?? waiting ?? createWaitingFiles(around.host), around);
      const groups = await settled(waiting, () => groupsOf(importing, world, morph));
      for (const group of groups) {
        const project = projectOf(group.config, morph);
        const texts = new Map(group.files.map(({ path, probe }) => [path, probe.text]));
        try {
          const look = await settled(waiting, () => {
            const made = project.program.update(world, texts);
            if (made.changed) project.files.clear();
            return made;
          });
          for (const one of group.files) {
            const found = factsOf(one, project, { look, world, around, morph });
            facts.set(one.typed.name, found);
          }
        } catch (error) {
          // What was half done is not to be gone on from.
          projects.delete(group.config.path ?? "");
          throw isTooDeep(error) ? tooDeep(group, error) : error;
        }
      }
      return facts;
    },
  };

  function projectOf(config: TypeConfig, morph: TsMorph): KeptProject {
    const { path = "", key } = config;
    const known = projects.get(path);
    if (known?.key === key) return known;
    const made = { key, program: createKeptProgram(config, morph), files: new Map<string, KeptFile>() };
    projects.set(path, made);
    return made;
  }
}

/** TypeScript walks what it reads by calling itself. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}

function tooDeep({ files }: Group, cause: unknown): SchedcError {
  const names = files.map(({ typed }) => typed.name);
  const listed = names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
  const message = `TypeScript cannot check the calls of ${listed}: in a module that they lead to something is nested too deeply for it`;
  return new SchedcError(message, { code: "types/too-deep", cause });
}

interface Surroundings {
  readonly look: Look;
  readonly world: World;
  readonly around: TypeSurroundings;
  readonly morph: TsMorph;
}

/** Those of the last look, where nothing that they were found from is another. */
function factsOf({ typed, probe, path }: PlacedProbe, project: KeptProject, surroundings: Surroundings): TypeFacts {
  const { look, world, around, morph } = surroundings;
  const { required, complete, modules, host, folders } = around;
  const completeness = { all: host.sync?.complete === true, own: complete || Object.keys(modules).length > 0 };
  const key = JSON.stringify([typed.text, probe.text, required, completeness, folders]);
  const before = project.files.get(path);
  // What lies beside a missing module is no part of the program.
  const isKept = before?.key === key && !before.facts.findings.some(({ code }) => code === "task/unknown-module");
  if (isKept) return before.facts;
  const facts = checkFile(
    {
      file: typed.file,
      probe,
      path,
      required,
      isComplete: (to) => isMissing(to, path, completeness, world),
      beside: (to) => modulesBeside(to, path, world),
      mayReach: (file) => folders === undefined || isReached(file, folders, world),
    },
    look,
    morph,
  );
  project.files.set(path, { key, facts });
  return facts;
}

/** The files of each tsconfig. */
function groupsOf(probes: readonly Probed[], world: World, morph: TsMorph): readonly Group[] {
  const groups = new Map<string, Group>();
  const configs = createTypeConfigs(world, morph);
  for (const one of probes) {
    const path = `${world.place(one.typed.name)}.uses.ts`;
    const config = configs.of(path);
    const group = groups.get(config.key) ?? { config, files: [] };
    groups.set(config.key, group);
    group.files.push({ ...one, path });
  }
  return [...groups.values()];
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
