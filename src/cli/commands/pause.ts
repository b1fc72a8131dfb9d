/** `schedc pause`: jobs of a running service let their fires go by. */
import type { Call } from "../options.ts";
import { askEach, openNamed } from "../store-file.ts";

export async function run(call: Call): Promise<number> {
  return await askEach(call, await openNamed(call), (operator, job) => operator.pause(job));
}
