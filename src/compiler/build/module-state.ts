/** What stands on the disk where a module belongs. */
import { type Banner, isUnedited, readBanner } from "../emit/index.ts";

export type ModuleState =
  | { readonly kind: "missing" }
  /** Written by someone else. */
  | { readonly kind: "foreign"; readonly text: string }
  /** Ours, and changed since. */
  | { readonly kind: "edited"; readonly text: string; readonly banner: Banner }
  | { readonly kind: "ours"; readonly text: string; readonly banner: Banner };

export function moduleState(text: string | undefined): ModuleState {
  if (text === undefined) return { kind: "missing" };
  const banner = readBanner(text);
  if (banner === undefined) return { kind: "foreign", text };
  return { kind: isUnedited(banner) ? "ours" : "edited", text, banner };
}
