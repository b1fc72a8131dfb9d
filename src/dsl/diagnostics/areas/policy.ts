/** Findings about settings and policies: how a job runs once it is due. */
import { entry } from "../define.ts";

export const policy = {
  "policy/duplicate": entry<{ setting: string }>({
    severity: "error",
    message: ({ setting }) => `\`${setting}\` is set twice in one place`,
    why: "One of the two would be ignored, and a reader cannot tell which.",
    help: () => "keep one of the two",
  }),
  "policy/misplaced": entry<{ setting: string; place: string }>({
    severity: "error",
    message: ({ setting, place }) => `\`${setting}\` belongs to one job and cannot be shared by a ${place}`,
    why: "Every job of the place would get the same one, and ids and names tell jobs apart.",
    help: () => "move it to its job",
  }),
  "policy/empty-text": entry<{ setting: string }>({
    severity: "error",
    message: ({ setting }) => `the text of \`${setting}\` is empty`,
    why: "An empty name cannot be told from one that is missing.",
    help: () => "fill it, or leave the setting out",
  }),
  "policy/repeated-tag": entry<{ tag: string }>({
    severity: "warning",
    message: ({ tag }) => `the tag \`${tag}\` stands twice`,
    why: "Tags are a set; the second one changes nothing and may be a slip for another.",
    help: () => "remove one",
  }),
  "policy/out-of-range": entry<{ written: string; limit: string }>({
    severity: "error",
    message: ({ written, limit }) => `\`${written}\` would never let the job run: ${limit}`,
    why: "A bound of nothing switches a job off by accident. To switch it off on purpose there is `paused`.",
    help: () => "use 1 or more, or write `paused`",
  }),
  "policy/no-fixed-length": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `\`${written}\` has no fixed length`,
    why: "A policy measures elapsed time; months and years differ in length, and weekdays are no length at all.",
    help: () => "use weeks, days or less; a day here is 24 hours",
  }),
  "policy/zero-length": entry<{ setting: string; effect: string }>({
    severity: "error",
    message: ({ setting, effect }) => `\`${setting}\` of no time at all: ${effect}`,
    why: "A length of zero either forbids every run or changes nothing. Both hide what was meant.",
    help: () => "give it a length, or leave it out",
  }),
  "policy/delay-too-short": entry<{ setting: string; length: string }>({
    severity: "error",
    message: ({ setting, length }) => `\`${setting} ${length}\` leaves nothing to draw from`,
    why: "Delays are whole seconds below the given length, so that anything under two seconds is always no delay.",
    help: () => "use 2 seconds or more, or leave it out",
  }),
  "policy/delay-beyond-next-fire": entry<{ setting: string; length: string; step: string }>({
    severity: "error",
    message: ({ setting, length, step }) =>
      `\`${setting} ${length}\` can delay a start beyond the next one, ${step} later`,
    why: "Starts would overtake each other, and a fire could no longer be told from the one behind it.",
    help: () => "delay by no more than the step",
  }),
  "policy/up-to-without-queue": entry<{ mode: string }>({
    severity: "error",
    message: ({ mode }) => `\`overlap ${mode}\` keeps no queue, so \`up to\` has nothing to limit`,
    why: "Only `overlap queue` lets fires wait, and only what waits can be limited.",
    help: () => "write `overlap queue`, or leave out `up to`",
  }),
  "policy/wait-missing": entry<{ part: string }>({
    severity: "error",
    message: ({ part }) => `\`${part}\` changes the wait between attempts, and there is no wait`,
    why: "Without `wait` the next attempt follows at once, however the wait would grow.",
    help: () => "add a wait, as in `retry 3 times wait 10s backoff exponential`",
  }),
  "policy/up-to-without-growth": entry<{ upTo: string }>({
    severity: "error",
    message: ({ upTo }) => `\`backoff fixed\` never waits longer, so \`up to ${upTo}\` has nothing to limit`,
    why: "Every wait is the first one. A bound beside it says that it was meant to grow, or is left over.",
    help: () => "write `backoff exponential` or `backoff linear`, or leave out `up to`",
  }),
  "policy/up-to-below-wait": entry<{ upTo: string; wait: string }>({
    severity: "error",
    message: ({ upTo, wait }) => `the longest wait \`${upTo}\` is shorter than the first, \`${wait}\``,
    why: "The bound would cut every wait, also the one that was written.",
    help: () => "raise the bound, or shorten the wait",
  }),
  "policy/within-nothing": entry({
    severity: "error",
    message: () => "`catch up none` makes up for nothing, so `within` has nothing to limit",
    why: "The two contradict each other: one says to leave missed fires alone, the other which of them to take.",
    help: () => "leave out `within`, or choose `latest` or `all`",
  }),
  "policy/needs-durable-store": entry<{ setting: string }>({
    severity: "info",
    message: ({ setting }) => `over the end of its process \`${setting}\` takes effect with a durable store alone`,
    why: "While its process lives, a scheduler makes up for what it missed: the machine slept, the process was busy, it was stopped and started again. What came, or was cut off, when the process ended is known only where it was written down.",
    help: () => "give the scheduler a durable store, if a restart is to lose nothing",
  }),
  "policy/grace-longer-than-step": entry<{ grace: string; step: string }>({
    severity: "warning",
    message: ({ grace, step }) => `\`grace ${grace}\` is longer than the step of \`every ${step}\``,
    why: "A late fire is then still in time when the next is due, so both are due at once and `coalesce` decides.",
    help: () => "keep the grace below the step",
  }),
  "policy/queue-grows": entry<{ step: string; timeout: string }>({
    severity: "warning",
    message: ({ step, timeout }) => `every ${step} a fire joins the queue, and a run may take ${timeout}`,
    why: "When runs last longer than the step, the queue grows for as long as that goes on.",
    help: () => "shorten the timeout, lengthen the step, or limit the queue with `up to`",
  }),
  "policy/max-rules-nothing": entry<{ max: string }>({
    severity: "warning",
    message: ({ max }) =>
      `\`overlap allow\` starts every fire, however many runs are under way, so \`${max}\` limits nothing`,
    why: "The two say opposite things, and a reader who sees only the limit relies on it.",
    help: () => "keep the one that is meant",
  }),
  "policy/dst-rules-nothing": entry<{ side: string }>({
    severity: "warning",
    message: ({ side }) => `\`dst ${side}\` has nothing to rule in this job`,
    why: "Elapsed steps, single instants and chains never meet a changed clock, and UTC has no changes.",
    help: () => "leave it out",
  }),
} as const;
