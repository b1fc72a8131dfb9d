/** One job: its id, settings, triggers, task, as the plan and the module need them. */
import {
  type Effective,
  type ExpectNode,
  effectiveSettings,
  groupPath,
  identityOf,
  type JobPlace,
  type PolicyNode,
  printTrigger,
  resolveJob,
  resolveWindow,
  runsOf,
  triggersOf,
} from "../../../dsl/index.ts";
import { isZone } from "../../../runtime/trigger/index.ts";
import type { BuildView } from "../build-view.ts";
import { hashOf } from "../canonical.ts";
import type { Source } from "../source.ts";
import type { JobSide, PlanJob } from "../types.ts";
import { calendarNamed } from "./calendar.ts";
import type { LowerContext } from "./context.ts";
import { isOpen, noParameters, type Parameters, zoneText } from "./parameters.ts";
import { dstOf, policyOf } from "./policy.ts";
import { refuse } from "./refusal.ts";
import { type LoweredTriggers, lowerTriggers } from "./trigger.ts";
import { callOf } from "./values.ts";

/** The plan's job, with what modules and analyses need beside it. */
export interface LoweredJob {
  readonly job: PlanJob;
  readonly side: JobSide;
  readonly settings: Effective;
  readonly context: LowerContext;
  /** What each trigger node means by itself. */
  readonly parts: LoweredTriggers["parts"];
  /** What the author expects of the fires. */
  readonly expectations: readonly ExpectNode[];
}

/** Throws a `Refusal` where some part has no meaning. */
export function lowerJob(
  place: JobPlace,
  source: Source,
  build: BuildView,
  parameters: Parameters = noParameters,
): LoweredJob {
  const node = place.job;
  const identity = identityOf(place) ?? refuse(node, "the job has no name and runs nothing");
  const [run] = runsOf(node);
  if (run === undefined) return refuse(node, "the job runs nothing");
  const settings = effectiveSettings(source.file, place);
  const zone = settings.timezone ? zoneText(settings.timezone.zone.text, parameters) : build.defaultZone;
  // Said by a check where a group or the file names it; here nothing could be reckoned by it.
  if (!isOpen(zone) && !isZone(zone)) refuse(settings.timezone ?? node, `there is no time zone ${zone}`);
  const policies: readonly PolicyNode[] = [...settings.policies.values(), ...settings.renamedFrom];
  const context: LowerContext = {
    zone,
    parameters,
    dst: dstOf(policies),
    id: identity.id,
    plain: build.plain,
    calendar: settings.calendar && calendarNamed(settings.calendar.name.text, source, build),
    calendarNamed: (name) => calendarNamed(name, source, build),
    window: (name) => resolveWindow(name, source, build.fileNamed),
    jobNamed: (path) => resolveJob(path, groupPath(place), build.ids),
    shared: build.shared,
  };
  const triggers = triggersOf(node);
  const { trigger, parts } = lowerTriggers(node, triggers, context);
  const name = settings.policies.get("name");
  return {
    job: {
      id: identity.id,
      name: name?.policy === "name" ? name.text.value : identity.id,
      trigger,
      triggerHash: hashOf(trigger),
      // What a file's defaults say knows no parameters.
      policy: build.shared(policyOf(policies, (policy) => (node.body.includes(policy) ? parameters : noParameters))),
      ...callOf(run.call, parameters),
      source: source.name,
    },
    side: {
      id: identity.id,
      span: node.span,
      triggerSpans: triggers.map(({ span }) => span),
      idSpan: identity.span,
      ...(node.doc !== undefined && { doc: node.doc }),
      says: triggers.map(printTrigger).join("; "),
    },
    settings,
    context,
    parts,
    expectations: node.body.filter((item): item is ExpectNode => item.kind === "expect"),
  };
}
