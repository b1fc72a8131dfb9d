/** Settings in force as a policy with every field explicit. */
import type { PolicyNode } from "../../../dsl/index.ts";
import { type DstPolicy, defaultPolicy } from "../../../runtime/model/index.ts";
import type { PlanPolicy } from "../types.ts";
import { elapsed } from "./durations.ts";
import { noParameters, type Parameters } from "./parameters.ts";
import { callOf } from "./values.ts";

/** The policy while it is written. */
type Draft = { -readonly [K in keyof PlanPolicy]: PlanPolicy[K] };

/**
 * From the outermost level to the job's own: what comes later replaces what said the same. `parametersOf` gives the
 * parameters in reach of a setting.
 */
export function policyOf(
  settings: readonly PolicyNode[],
  parametersOf: (setting: PolicyNode) => Parameters = () => noParameters,
): PlanPolicy {
  const earlier = settings.flatMap((setting) => (setting.policy === "renamedFrom" ? [setting.text.value] : []));
  const draft: Draft = { ...defaultPolicy, renamedFrom: [...new Set(earlier)].sort() };
  for (const setting of settings) apply(draft, setting, parametersOf(setting));
  return draft;
}

/** The sides of `dst` that were written, each by itself. */
export function dstOf(settings: readonly PolicyNode[]): Partial<DstPolicy> {
  const dst: { gap?: DstPolicy["gap"]; overlap?: DstPolicy["overlap"] } = {};
  for (const setting of settings) {
    if (setting.policy !== "dst") continue;
    if (setting.side === "gap") dst.gap = setting.mode;
    else dst.overlap = setting.mode;
  }
  return dst;
}

/** What says nothing about runs (`id`, `name`, `dst`) changes nothing here, nor what is gathered from all settings. */
function apply(draft: Draft, setting: PolicyNode, parameters: Parameters): void {
  switch (setting.policy) {
    case "max":
      draft.max = setting.value.value;
      return;
    case "overlap":
      draft.overlap = setting.mode;
      if (setting.upTo) draft.queue = setting.upTo.value;
      else delete draft.queue;
      return;
    case "coalesce":
      draft.coalesce = setting.mode ?? "latest";
      return;
    case "grace":
    case "timeout":
    case "jitter":
    case "spread":
    case "deadline":
      draft[setting.policy] = elapsed(setting.count);
      return;
    case "catchUp":
      draft.catchUp = { mode: setting.mode, ...(setting.within && { within: elapsed(setting.within) }) };
      return;
    case "retry":
      draft.retry = {
        times: setting.times.value,
        wait: setting.wait ? elapsed(setting.wait) : 0,
        backoff: setting.backoff ?? "fixed",
        ...(setting.upTo && { upTo: elapsed(setting.upTo) }),
        jitter: setting.jitter,
      };
      return;
    case "limit":
      draft.limit = setting.runs.value;
      return;
    case "when":
    case "unless":
      draft[setting.policy] = callOf(setting.call, parameters);
      return;
    case "paused":
      draft.paused = true;
      return;
    case "priority":
      draft.priority = setting.value.value;
      return;
    case "interrupted":
      draft.interrupted = setting.mode;
      return;
    case "tags":
      draft.tags = setting.tags.map((tag) => ("text" in tag ? tag.text : tag.value));
      return;
    case "onDuplicate":
      draft.onDuplicate = setting.mode;
      return;
    case "onEnd":
      draft[hooks[setting.event]] = callOf(setting.call, parameters);
      return;
    case "dst":
    case "id":
    case "name":
    case "renamedFrom":
      return;
  }
}

const hooks = { failure: "onFailure", success: "onSuccess", missed: "onMissed" } as const;
