/** What the command and editors import of the compiler: the public door, and beside it the phases one by one. */
export * from "./public.ts";
export * as tooling from "./tooling.ts";
