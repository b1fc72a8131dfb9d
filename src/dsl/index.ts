export type * from "./diagnostics/diagnostic.ts";
export { type Code, finding, registry } from "./diagnostics/registry.ts";
export { defaultLimits, type Limits } from "./limits.ts";
export { printable } from "./source/escape.ts";
export { join, type Span } from "./source/span.ts";
export type * from "./tree/nodes.ts";
