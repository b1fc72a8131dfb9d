/** Each store of the project, held to the same contract. */
import { createMemoryStore } from "../../src/runtime/scheduler/index.ts";
import { createSqliteStore } from "../../src/runtime/store/index.ts";
import { storeConforms } from "./conformance.ts";
import { freshFile } from "./kit/place.ts";

storeConforms({ name: "memory", create: createMemoryStore });
storeConforms({ name: "sqlite", create: () => createSqliteStore({ file: freshFile() }) });
