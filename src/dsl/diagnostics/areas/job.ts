/** Findings about jobs: what they consist of, what they are called, what they wait for. */
import { entry } from "../define.ts";

export const job = {
  "job/no-run": entry<{ job: string }>({
    severity: "error",
    message: ({ job }) => `\`job ${job}\` runs nothing`,
    why: "A job is a trigger and the one task that it starts.",
    help: () => "add `run` and the name of its task",
  }),
  "job/two-runs": entry<{ job: string }>({
    severity: "error",
    message: ({ job }) => `\`job ${job}\` has a second \`run\``,
    why: "A job has one outcome, so that retries, timeouts and `after` know what they speak of. Two tasks would need an order and an answer to one of them failing.",
    help: () => "make it a job of its own, or let it follow with `after`",
  }),
  "job/no-trigger": entry<{ job: string }>({
    severity: "error",
    message: ({ job }) => `\`job ${job}\` does not say when it runs`,
    why: "Without a trigger the job would be registered and never fire.",
    help: () => "add a trigger, such as `every day at 9:00`",
  }),
  "job/duplicate-id": entry<{ id: string }>({
    severity: "error",
    message: ({ id }) => `two jobs have the id \`${id}\``,
    why: "History, pauses and missed fires are kept by id. A number added in silence would change with the order of the lines, and hand one job the past of another.",
    help: () => "name one of them with `job NAME { … }`, or give it an `id`",
  }),
  "job/bad-id": entry<{ id: string }>({
    severity: "error",
    message: ({ id }) => `the id \`${id}\` has blanks at its ends or characters that cannot be seen`,
    why: "An id is typed in commands and read in logs; two that look the same must be the same.",
    help: () => "remove them",
  }),
  "job/look-alike-id": entry<{ id: string; other: string }>({
    severity: "warning",
    message: ({ id, other }) => `the id \`${id}\` looks like \`${other}\`, and is another`,
    why: "They differ in case alone, in letters of another script, or in how an accent is composed. People who type an id into a command, and read it in a log, cannot tell which job they mean.",
    help: () => "give one of them a name that reads differently",
  }),
  "job/cycle": entry<{ chain: string }>({
    severity: "error",
    message: ({ chain }) => `these jobs wait for each other: ${chain}`,
    why: "Each would start only after the others ended, so none ever would.",
    help: () => "give one of them a trigger of its own, or drop one `after`",
  }),
  "job/renamed-to-itself": entry<{ id: string }>({
    severity: "error",
    message: ({ id }) => `\`${id}\` is renamed from its own id`,
    why: "`renamed from` tells which history the job takes over, and this one it has already.",
    help: () => "name the former id, or remove the line",
  }),
  "job/renamed-in-use": entry<{ id: string }>({
    severity: "error",
    message: ({ id }) => `\`${id}\` is renamed away here, but another job has or claims that id`,
    why: "A history goes to one job. With two that claim it, one would lose its past.",
    help: () => "keep the line in the one job that was called so",
  }),
  "job/two-defaults": entry({
    severity: "error",
    message: () => "the file has a second `defaults`",
    why: "Defaults hold for the whole file wherever they stand, so that two could contradict each other unseen.",
    help: () => "join them into one",
  }),
} as const;
