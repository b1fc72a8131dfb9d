/** Build: modules onto the disk. */
export { type BuildOptions, type BuildResult, buildModules } from "./build.ts";
export { removeOrphans } from "./orphans.ts";
