/** How findings are shown. */
export { type PrettyOptions, renderPretty } from "./pretty.ts";
