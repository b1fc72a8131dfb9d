/**
 * Zones by their names of today, and no others. Aliases with an area (`Asia/Calcutta`) pass: they mean one place.
 * Names without one are old or abbreviations, and each leads to the place meant; that another case is written is
 * mended safely, another spelling is a guess.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, safe, unsafe } from "../../fix/edits.ts";
import type { Name } from "../../tree/nodes.ts";
import { nearestZone } from "../nearest-zone.ts";
import { abbreviations, outdatedZones } from "../outdated-zones.ts";
import type { Rule } from "../view.ts";

export const zoneUnknown: Rule = {
  *file({ parts, context }) {
    for (const zone of parts.zones) {
      const found = zone.text === "UTC" ? undefined : faultOf(zone, context.zones);
      if (found) yield found;
    }
  },
};

function faultOf({ text: name, span }: Name, zones: ReadonlySet<string>) {
  const today = outdatedZones.get(name);
  if (today) {
    return finding(
      "zone/outdated",
      span,
      { name, today },
      { fixes: [safe(`write \`${today}\``, replace(span, today))] },
    );
  }
  const meant = abbreviations.get(name);
  if (meant) {
    const fixes = meant.map((zone) => unsafe(`the clock of ${zone}`, replace(span, zone)));
    return finding("zone/abbreviation", span, { name }, { fixes });
  }
  if (zones.has(name) && name.includes("/")) return undefined;
  const near = nearestZone(name, zones);
  if (near === undefined) return finding("zone/unknown", span, { name });
  const sure = near.toLowerCase() === name.toLowerCase();
  const fix = (sure ? safe : unsafe)(`write \`${near}\``, replace(span, near));
  return finding("zone/unknown", span, { name, nearest: near }, { fixes: [fix] });
}
