/** Findings about the comments that silence warnings. */
import { entry } from "../define.ts";

export const ignore = {
  "ignore/malformed": entry<{ written: string }>({
    severity: "warning",
    message: ({ written }) => `\`${written}\` silences nothing: its form is \`// schedc-ignore CODE: reason\``,
    why: "A comment that looks like it silences a finding and does not is misleading.",
    help: () => "write the code, a colon and why it is fine here",
  }),
  "ignore/no-reason": entry<{ code: string }>({
    severity: "warning",
    message: ({ code }) => `\`${code}\` is silenced without a reason`,
    why: "The next reader has to know why the warning does not apply, or will not dare to touch the line.",
    help: () => "say behind the colon why it is fine here",
  }),
  "ignore/unknown-code": entry<{ code: string; nearest?: string }>({
    severity: "warning",
    message: ({ code, nearest }) =>
      `there is no finding \`${code}\`${nearest === undefined ? "" : `; did you mean \`${nearest}\`?`}`,
    why: "A misspelt code silences nothing, or, after an upgrade, something else.",
    help: () => "`schedc rules` lists every code",
  }),
  "ignore/error": entry<{ code: string }>({
    severity: "warning",
    message: ({ code }) => `\`${code}\` is an error, and errors cannot be silenced`,
    why: "An error means that the sentence has no meaning, or two; silence would not give it one.",
    help: () => "mend the sentence, and remove the comment",
  }),
  "ignore/unused": entry<{ code: string }>({
    severity: "warning",
    message: ({ code }) => `nothing on the line below gives \`${code}\``,
    why: "A leftover would silence the same warning when it comes back for another reason.",
    help: () => "remove the comment",
  }),
} as const;
