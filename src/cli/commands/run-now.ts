/** `schedc run-now`: jobs of a running service run once more, beside their schedules. */
import type { Call } from "../options.ts";
import { askEach, openNamed } from "../store-file.ts";

export async function run(call: Call): Promise<number> {
  return await askEach(call, await openNamed(call), (operator, job) => operator.runNow(job));
}
