/** A store that fails when it is told to. */
import { createMemoryStore, type Store } from "../../../src/runtime/scheduler/index.ts";
import type { World } from "./world.ts";

/** A memory store that answers at once or a moment later, and is down when told. */
export function createFickleStore(answers: World["store"]): Store & { set(sound: boolean): void } {
  const memory = createMemoryStore({ history: 1_000_000 });
  let sound = true;
  const commit: Store["commit"] = (changes) => {
    if (!sound) throw new Error("down");
    return memory.commit(changes);
  };
  return {
    ...memory,
    commit: answers === "at once" ? commit : async (changes) => commit(changes),
    set(to) {
      sound = to;
    },
  };
}
