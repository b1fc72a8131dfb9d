/** The version of the package this file is part of, whether it stands in `src` or in `dist`. */
import { createRequire } from "node:module";

const manifest: { readonly version: string } = createRequire(import.meta.url)("../../package.json");

export const version: string = manifest.version;
