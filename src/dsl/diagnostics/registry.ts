/** Every finding that exists, by code. An area's findings stand in `areas/<area>.ts`; a code's page is `docs/diagnostics/<code>.md`. */

import type { Span } from "../source/span.ts";
import { analysis } from "./areas/analysis.ts";
import { build } from "./areas/build.ts";
import { calendar } from "./areas/calendar.ts";
import { config } from "./areas/config.ts";
import { cron } from "./areas/cron.ts";
import { day } from "./areas/day.ts";
import { expectation } from "./areas/expect.ts";
import { file } from "./areas/file.ts";
import { ignore } from "./areas/ignore.ts";
import { imports } from "./areas/import.ts";
import { job } from "./areas/job.ts";
import { name } from "./areas/name.ts";
import { policy } from "./areas/policy.ts";
import { syntax } from "./areas/syntax.ts";
import { task } from "./areas/task.ts";
import { template } from "./areas/template.ts";
import { time } from "./areas/time.ts";
import { trigger } from "./areas/trigger.ts";
import { zone } from "./areas/zone.ts";
import type { Entry } from "./define.ts";
import type { Finding, Fix } from "./diagnostic.ts";

export const registry = {
  ...build,
  ...calendar,
  ...config,
  ...analysis,
  ...cron,
  ...day,
  ...expectation,
  ...file,
  ...ignore,
  ...imports,
  ...job,
  ...name,
  ...policy,
  ...syntax,
  ...task,
  ...template,
  ...time,
  ...trigger,
  ...zone,
};

export type Code = keyof typeof registry;
type Params<C extends Code> = (typeof registry)[C] extends Entry<infer P> ? P : never;

export interface Extras {
  readonly fixes?: readonly Fix[];
  readonly related?: Finding["related"];
}

/** A finding of the given code; its parameters are typed by the code. */
export function finding<C extends Code>(code: C, span: Span, params: Params<C>, extras: Extras = {}): Finding {
  const { severity, message, help } = registry[code] as unknown as Entry<Params<C>>;
  return {
    code,
    severity,
    message: message(params),
    span,
    ...(help && { help: help(params) }),
    ...(extras.fixes && extras.fixes.length > 0 && { fixes: extras.fixes }),
    ...(extras.related && extras.related.length > 0 && { related: extras.related }),
  };
}
