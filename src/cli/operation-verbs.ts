/** The commands that see and steer a running service through its store. Loading this loads none of them. */
import type { Command } from "commander";
import { positive } from "./counts.ts";
import type { Verb } from "./options.ts";

const results = ["pretty", "json"] as const;
const asked = "The service takes it up within a second. Where nothing runs with the store, the next start takes it up.";

function withStore(command: Command): Command {
  return command.requiredOption("--store <file>", "the store that the service runs with");
}

export const operationVerbs: readonly Verb[] = [
  {
    name: "status",
    arguments: "[jobs...]",
    summary: "show who runs with a store, and how its jobs stand",
    description: "Reads alone: it never disturbs the service, and works when nothing runs.",
    examples: [
      ["schedc status --store jobs.db", "every job: what is under way, what comes next, how the last run ended"],
      ["schedc status --store jobs.db --format json", "for scripts"],
    ],
    formats: results,
    options: withStore,
    load: () => import("./commands/status.ts"),
  },
  {
    name: "history",
    arguments: "[jobs...]",
    summary: "show what became of past fires",
    description: "The newest first, as far back as the store keeps them.",
    examples: [
      ["schedc history --store jobs.db", "the last twenty fires of all jobs"],
      ["schedc history backup --store jobs.db --state failed,missed -n 50", "what went wrong with one"],
    ],
    formats: results,
    options: (command) =>
      withStore(command)
        .option(
          "--state <states>",
          "only fires that ended so: succeeded, failed, skipped, missed, merged; or are waiting, running, retrying",
        )
        .option("-n, --count <n>", "so many fires", positive)
        .option("--before <instant>", "only fires meant for before this instant"),
    load: () => import("./commands/history.ts"),
  },
  {
    name: "pause",
    arguments: "<jobs...>",
    summary: "let the fires of jobs go by until they are resumed",
    description: `${asked} The pause outlives restarts; each fire that goes by is told as skipped.`,
    examples: [
      ["schedc pause backup --store jobs.db", "no backup until it is resumed"],
      ["schedc pause backup report --store jobs.db --format json", "what came of each, for scripts"],
    ],
    formats: results,
    options: withStore,
    load: () => import("./commands/pause.ts"),
  },
  {
    name: "resume",
    arguments: "<jobs...>",
    summary: "let paused jobs fire again",
    description: asked,
    examples: [
      ["schedc resume backup --store jobs.db", "from its next fire on"],
      ["schedc resume backup report --store jobs.db", "several at once"],
    ],
    formats: results,
    options: withStore,
    load: () => import("./commands/resume.ts"),
  },
  {
    name: "run-now",
    arguments: "<jobs...>",
    summary: "run jobs once, beside their schedules",
    description: `${asked} After an hour nothing takes it up any more.`,
    examples: [
      ["schedc run-now backup --store jobs.db", "one run more; history tells how it ended"],
      ["schedc run-now night.backup --store /var/lib/app/jobs.db", "of a job in a group, by its id"],
    ],
    formats: results,
    options: withStore,
    load: () => import("./commands/run-now.ts"),
  },
  {
    name: "backfill",
    arguments: "<jobs...>",
    summary: "run the fires of a past span",
    description: `${asked} Both ends are within; an instant without an offset is read on the jobs' own clock.`,
    examples: [
      [
        "schedc backfill report --from 2026-11-01 --until 2026-11-07T23:59 --store jobs.db",
        "every report of that week",
      ],
      ["schedc backfill report --from 2026-11-24T06:00:00Z --store jobs.db", "all since then"],
    ],
    formats: results,
    options: (command) =>
      withStore(command)
        .requiredOption("--from <instant>", "the first fire that counts")
        .option("--until <instant>", "the last one that counts; now unless told"),
    load: () => import("./commands/backfill.ts"),
  },
];
