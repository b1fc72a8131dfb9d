/** The zones that a trigger names: its own and those of its windows. */
import type { Trigger, Window } from "../../runtime/model/index.ts";

export function zonesIn(trigger: Trigger): readonly string[] {
  if (trigger.kind === "union") return trigger.of.flatMap(zonesIn);
  if (!("zone" in trigger)) return [];
  const windows = [...(trigger.during ?? []), ...(trigger.except?.windows ?? [])];
  return [trigger.zone, ...windows.flatMap(({ zone }) => zone ?? [])];
}

/** The same trigger under other names of its zones. */
export function withZones(trigger: Trigger, rename: (zone: string) => string): Trigger {
  if (trigger.kind === "union")
    return { ...trigger, of: trigger.of.map((member) => withZones(member, rename)) as typeof trigger.of };
  if (!("zone" in trigger)) return trigger;
  const { zone, during, except } = trigger;
  const renamed = (windows: readonly Window[]): readonly Window[] =>
    windows.map((window) => (window.zone === undefined ? window : { ...window, zone: rename(window.zone) }));
  return {
    ...trigger,
    zone: rename(zone),
    ...(during && { during: renamed(during) }),
    ...(except?.windows && { except: { ...except, windows: renamed(except.windows) } }),
  };
}
