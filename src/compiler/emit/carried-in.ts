/** The zone rules that a module carries, read back from its text. */
import type { CarriedZones } from "../../runtime/model/index.ts";

/** Undefined where it carries none. The text is one of ours, laid out in whatever style. */
export function carriedIn(module: string): CarriedZones | undefined {
  const member = module.slice(module.lastIndexOf("zones:"));
  const [, tzdb] = /^zones:\s*\{\s*["']?tzdb["']?:\s*["'](\d{4}[a-z]+)["']/.exec(member) ?? [];
  if (tzdb === undefined) return undefined;
  const rules = [...member.matchAll(/["']([A-Z][\w+-]*(?:\/[\w+-]+)+)["']:\s*["']([+-]\d[^"']*)["']/g)];
  return { tzdb, rules: Object.fromEntries(rules.map(([, name, text]) => [name, text])) };
}
