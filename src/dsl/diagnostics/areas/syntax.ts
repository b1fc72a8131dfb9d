/** Findings of the lexer and the parser. */
import { entry } from "../define.ts";

export const syntax = {
  "syntax/unexpected": entry<{ found: string; wanted: string }>({
    severity: "error",
    message: ({ found, wanted }) => `${found} cannot stand here; ${wanted}`,
    why: "A sentence has one spelling, so a word in the wrong place has no meaning that could be guessed safely.",
  }),
  "syntax/unfinished": entry<{ last: string; wanted: string }>({
    severity: "error",
    message: ({ last, wanted }) => `the statement ends after ${last}, but ${wanted}`,
    why: "A line end ends a statement, except after `,`, `and`, `or` and `=` and inside parentheses.",
  }),
  "syntax/unknown-word": entry<{ written: string; meant: string }>({
    severity: "error",
    message: ({ written, meant }) => `unknown word \`${written}\`; did you mean \`${meant}\`?`,
    why: "The vocabulary is closed, so that a slip of the hand is an error and not another schedule.",
  }),
  "syntax/keyword-case": entry<{ written: string; text: string }>({
    severity: "error",
    message: ({ written, text }) => `\`${written}\` is written \`${text}\``,
    why: "Keywords are lower case; only the names of days and months are read in any case.",
  }),
  "syntax/habit": entry<{ written: string; text: string }>({
    severity: "error",
    message: ({ written, text }) => `${written} is written \`${text}\` here`,
    why: "Each meaning has one spelling, so that all files read alike and none is guessed at.",
  }),
  "syntax/missing-word": entry<{ word: string; next: string }>({
    severity: "error",
    message: ({ word, next }) => `\`${word}\` is missing before ${next}`,
    why: "Each preposition has one job; without it a time, a day or a zone does not say what it is for.",
  }),
  "syntax/superfluous": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `${written} says nothing here`,
    why: "Each meaning has one spelling, so that all files read alike.",
  }),
  "syntax/two-readings": entry<{ written: string; readings: string }>({
    severity: "error",
    message: ({ written, readings }) => `${written} can be read as ${readings}`,
    why: "What two people read differently is refused; the compiler never picks one of two schedules.",
    help: () => "choose the reading that is meant",
  }),
  "syntax/unclosed": entry<{ open: string }>({
    severity: "error",
    message: ({ open }) => `this \`${open}\` is never closed`,
    why: "Without its end nobody can tell what still belongs to it.",
    help: ({ open }) => `add the \`${open === "(" ? ")" : "}"}\` where it ends`,
  }),
  "syntax/unopened": entry({
    severity: "error",
    message: () => "this `}` closes nothing",
    why: "A brace too many usually means that one is missing further up, and the block has another end than it seems.",
  }),
  "syntax/brace-below": entry({
    severity: "error",
    message: () => "the opening brace stands on the line below its statement",
    why: "A line end ends a statement, so the brace has to stand on the statement's own line.",
  }),
  "syntax/same-line": entry<{ found: string }>({
    severity: "error",
    message: ({ found }) => `\`${found}\` begins a new statement behind a closing brace`,
    why: "Each statement has a line of its own.",
  }),
  "syntax/odd-space": entry({
    severity: "error",
    message: () => "this blank is no plain space",
    why: "It looks like a space and is another character, which tools and searches do not find.",
  }),
  "syntax/clock-range": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `\`${written}\` is no time of day`,
    why: "A clock goes from 0:00 to 23:59:59; 24:00 is only the end of a range.",
  }),
  "syntax/minute-range": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `\`${written}\` is no minute of an hour`,
    why: "The minutes of an hour go from :00 to :59.",
  }),
  "syntax/hour-range": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `\`${written}\` are no hours of a day`,
    why: "Whole hours go from 0 to 23; `9-17` means the hours from 9 to 17, both of them.",
  }),
  "syntax/twelve-oclock": entry<{ written: string; text: string }>({
    severity: "error",
    message: ({ written, text }) =>
      `\`${written}\` is read as midnight by some and as noon by others; write \`${text}\``,
    why: "Twelve o'clock is the one hour whose am and pm people disagree about.",
  }),
  "syntax/two-digits": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `\`${written}\` lacks a digit or a sign`,
    why: "Dates are written 2026-01-31, instants 2026-01-31T09:00 and minutes with two digits, so that they read one way.",
  }),
  "syntax/fraction": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `\`${written}\` has a fraction of a second`,
    why: "Fire times are whole seconds.",
  }),
  "syntax/no-such-date": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `there is no date \`${written}\``,
    why: "A date that no calendar has would never fire.",
  }),
  "syntax/number-too-large": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `\`${written}\` is too large a number`,
    why: "Beyond 9,007,199,254,740,991 a number loses digits.",
  }),
  "syntax/duration-order": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `the parts of \`${written}\` are out of order`,
    why: "A duration names each unit once, the longest first: `1h30m`.",
  }),
  "syntax/mixed-duration": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `\`${written}\` mixes days with hours`,
    why: "Where clocks change, a day has 23 or 25 hours, so days and hours do not add up to one length.",
  }),
  "syntax/ordinal-ending": entry<{ written: string; text: string }>({
    severity: "error",
    message: ({ written, text }) => `\`${written}\` is written \`${text}\``,
    why: "Each ordinal has one spelling.",
  }),
  "syntax/ordinal-range": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `no period has a \`${written}\` day`,
    why: "Days are counted from the 1st.",
  }),
  "syntax/unterminated-string": entry({
    severity: "error",
    message: () => "this string has no closing quote on its line",
    why: "A string ends on the line on which it begins.",
    help: () => 'close it with `"`; a line end inside a string is written `\\n`',
  }),
  "syntax/plural-after-every": entry<{ written: string; text: string }>({
    severity: "error",
    message: ({ written, text }) => `after \`every\` it is \`${text}\`, not \`${written}\``,
    why: "Each sentence has one spelling; plurals stand after `on` and in windows.",
  }),
  "syntax/hash-comment": entry({
    severity: "error",
    message: () => "comments begin with `//`, not `#`",
    why: "One kind of comment keeps files alike.",
  }),
  "syntax/unclosed-comment": entry({
    severity: "error",
    message: () => "this comment is never closed",
    why: "Everything after it is comment, to the end of the file.",
    help: () => "add the `*/` where it ends",
  }),
  "syntax/quotes": entry<{ quote: string }>({
    severity: "error",
    message: ({ quote }) => `strings stand between double quotes, not ${quote}`,
    why: "One kind of quote keeps files alike.",
  }),
  "syntax/escape": entry<{ written: string }>({
    severity: "error",
    message: ({ written }) => `\`${written}\` is no escape`,
    why: "The escapes of a string are TypeScript's: \\n \\t \\r \\b \\f \\v \\0 \\xHH \\uHHHH \\u{H…}.",
    help: () => "a backslash itself is written `\\\\`",
  }),
} as const;
