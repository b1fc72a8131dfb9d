/** How findings are shown. */

export { cutTo } from "./cut.ts";
export { renderGithub } from "./github.ts";
export { type FindingsReport, findingsReport, type JsonDiagnostic, type Summary, summaryOf } from "./json.ts";
export { createPositions } from "./positions.ts";
export { type PrettyOptions, renderPretty } from "./pretty.ts";
export { sarifReport } from "./sarif.ts";
export { createStyle, type Style } from "./style.ts";
