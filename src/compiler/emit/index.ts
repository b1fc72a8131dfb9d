/** Emit: plan → TypeScript module. */
export { type Banner, isUnedited, readBanner, sourceNames } from "./banner.ts";
export { carriedIn } from "./carried-in.ts";
export {
  draftModule,
  type EmitOptions,
  emitModule,
  finishModule,
  isCurrent,
  type ModuleDraft,
  modulePath,
} from "./emit-module.ts";
export { findImport, isRelative } from "./import-path.ts";
export { type ImportLimits, importFindings, isWithin, placeFinding } from "./import-places.ts";
export { type FormatOptions, formatOptionsFor } from "./prettier.ts";
