/** Calls by the monotone clock, which no step of the wall clock moves. */
import type { Core } from "./core.ts";

/** Calls after so many milliseconds, unless the answer is called before. */
export function later(
  core: Pick<Core, "clock" | "elapsed" | "turn">,
  milliseconds: number,
  call: () => void,
): () => void {
  const alarm = core.elapsed.put(core.clock.monotonic() + milliseconds, call);
  core.turn();
  return () => {
    core.elapsed.remove(alarm);
    core.turn();
  };
}
