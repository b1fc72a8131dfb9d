/** What commands and editors need beyond the public door: the phases one by one, the disk, the config. */
export { type BuildOptions, type BuildResult, buildModules, removeOrphans } from "./build/index.ts";
export { type Analyzed, analyzed } from "./compile.ts";
export { type LoadedConfig, loadConfig } from "./config/load.ts";
export { configFrom } from "./config/read.ts";
export { type FormatOptions, findImport, formatOptionsFor, isRelative, isWithin } from "./emit/index.ts";
export { explainJob, explainTemplate } from "./explain/index.ts";
export { createMemoryHost, type MemoryHost } from "./memory-host.ts";
export { dirname, joinPath, relativePath } from "./paths.ts";
export { contextKey } from "./types/index.ts";
export { type Reason, type TriggerWhy, type Why, whyAt } from "./why/index.ts";
export { carriedZones } from "./zones/index.ts";
export { zoneNames } from "./zones/zone-names.ts";
