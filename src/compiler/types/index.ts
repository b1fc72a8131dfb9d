/** Tasks against TypeScript: what imports bring, and whether every call fits it. */
export { contextKey } from "./context-key.ts";
export type { TypeFacts } from "./file-findings.ts";
export { importedArity } from "./imported-arities.ts";
export { createTypeSession, type TypedFile, type TypeSession, type TypeSurroundings } from "./session.ts";
