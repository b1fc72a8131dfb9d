/** What every store keeps to, whatever it is made of: run with a maker of stores, and of the same one reopened. */
import { describe, expect, test } from "vitest";
import type { Change, Store } from "../../src/runtime/scheduler/index.ts";
import { fullFire, fullJob, fullSchedule, plainFire, plainSchedule } from "./kit/records.ts";

export interface Conformant {
  readonly name: string;
  /** A store that is empty and not open. */
  create(): Store;
}

export function storeConforms({ name, create }: Conformant): void {
  describe(`${name} keeps to the contract of a store`, () => {
    const opened = async (): Promise<Store> => {
      const store = create();
      await store.open();
      return store;
    };
    /** What is known after an end in good order. */
    const again = async (store: Store) => {
      await store.close();
      const state = await store.open();
      await store.close();
      return state;
    };

    test("a new one knows nothing", async () => {
      const store = create();
      expect(await store.open()).toMatchObject({ schedules: [], definitions: [], unfinished: [] });
      await store.close();
    });

    test("every field comes back as it was", async () => {
      const store = await opened();
      const waiting = { ...fullFire("job@waiting"), state: "waiting" as const };
      await store.commit([
        { kind: "schedule", row: fullSchedule("full") },
        { kind: "schedule", row: plainSchedule("plain") },
        { kind: "define", record: fullJob("full") },
        { kind: "fire", record: waiting },
      ]);
      const state = await again(store);
      expect(state.schedules).toEqual([fullSchedule("full"), plainSchedule("plain")]);
      expect(state.definitions).toEqual([fullJob("full")]);
      expect(state.unfinished).toEqual([waiting]);
      expect(state.schedules[1]).toStrictEqual(plainSchedule("plain"));
    });

    test("no name in what is kept reaches a prototype", async () => {
      const store = await opened();
      await store.commit([{ kind: "define", record: fullJob("__proto__") }]);
      await store.commit([{ kind: "schedule", row: fullSchedule("__proto__") }]);
      const { definitions, schedules } = await again(store);
      const values = definitions[0]?.template?.values ?? {};
      expect(Object.hasOwn(values, "__proto__")).toBe(true);
      expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
      expect({}).not.toHaveProperty("polluted");
      expect(schedules.map(({ job }) => job)).toEqual(["__proto__"]);
    });

    test("what is written again takes the place of what was there, as a whole", async () => {
      const store = await opened();
      const { result: _, error: __, through: ___, ...less } = fullFire("job@1");
      await store.commit([
        { kind: "schedule", row: fullSchedule("job") },
        { kind: "schedule", row: plainSchedule("job") },
        { kind: "fire", record: fullFire("job@1") },
        { kind: "fire", record: less },
      ]);
      expect(await store.fires("job")).toStrictEqual([less]);
      expect((await again(store)).schedules).toStrictEqual([plainSchedule("job")]);
    });

    test("a fire is unfinished until it has ended", async () => {
      const store = await opened();
      const states = ["waiting", "running", "retrying", "succeeded", "failed", "skipped", "missed", "merged"] as const;
      await store.commit(
        states.map((state, index): Change => ({ kind: "fire", record: plainFire("job", index, state) })),
      );
      await store.commit([{ kind: "fire", record: plainFire("job", 1, "succeeded") }]);
      const { unfinished } = await again(store);
      expect(unfinished.map(({ state }) => state)).toEqual(["waiting", "retrying"]);
    });

    test("the fires of a job come oldest first, and no other's", async () => {
      const store = await opened();
      await store.commit(
        [30, 10, 20].map((fireAt): Change => ({ kind: "fire", record: plainFire("job", fireAt, "succeeded") })),
      );
      await store.commit([{ kind: "fire", record: plainFire("other", 15, "succeeded") }]);
      expect((await store.fires("job")).map(({ fireAt }) => fireAt)).toEqual([10, 20, 30]);
      await store.close();
    });

    test("a job that is forgotten leaves its history", async () => {
      const store = await opened();
      await store.commit([
        { kind: "schedule", row: plainSchedule("job") },
        { kind: "define", record: fullJob("job") },
        { kind: "fire", record: plainFire("job", 1, "succeeded") },
        { kind: "forget", job: "job" },
      ]);
      expect(await store.fires("job")).toHaveLength(1);
      expect(await again(store)).toMatchObject({ schedules: [], definitions: [] });
    });

    test("a job that is renamed keeps its place in time, its definition and its history", async () => {
      const store = await opened();
      await store.commit([
        { kind: "schedule", row: fullSchedule("old") },
        { kind: "define", record: fullJob("old") },
        { kind: "fire", record: plainFire("old", 1, "succeeded") },
        { kind: "fire", record: plainFire("old", 2, "running") },
      ]);
      await store.commit([{ kind: "rename", from: "old", to: "new" }]);
      expect((await store.fires("new")).map(({ key }) => key)).toEqual(["old@1", "old@2"]);
      const state = await again(store);
      expect(state.schedules).toEqual([fullSchedule("new")]);
      expect(state.definitions).toEqual([fullJob("new")]);
      expect(state.unfinished.map(({ job, key }) => [job, key])).toEqual([["new", "old@2"]]);
    });

    test("a rename from nothing changes nothing", async () => {
      const store = await opened();
      await store.commit([
        { kind: "schedule", row: fullSchedule("new") },
        { kind: "rename", from: "old", to: "new" },
      ]);
      expect((await again(store)).schedules).toEqual([fullSchedule("new")]);
    });

    test("it closes twice, and without having been open", async () => {
      const store = create();
      await store.close();
      await store.open();
      await store.close();
      await store.close();
    });
  });
}
