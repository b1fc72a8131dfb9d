/** Spellings of other crons that are understood well enough to say how the language writes them. */
import type { FieldSpec } from "./fields.ts";

/** The item, and how the language says it. */
type Refusal = { readonly item: string; readonly spelling: string };

/** Undefined for what is no known spelling of any cron. */
export function unsupported(item: string, spec: FieldSpec): Refusal | undefined {
  const spelling = spellingOf(item, spec);
  return spelling === undefined ? undefined : { item, spelling };
}

function spellingOf(item: string, { name }: FieldSpec): string | undefined {
  if (/^H(\(\d+-\d+\))?(\/\d+)?$/.test(item)) return "`spread 30m` after the sentence, or `at random` in a range";
  if (/~/.test(item)) return "`at random` in a range: `every day 9:00-10:00 at random`";
  if (/^\+/.test(item)) return "`every friday on the 13th`, where both must hold";
  if (/^-\d+$/.test(item) && name === "dayOfMonth") return "`every month on the 2nd last day`, or `L-1` here";
  if (/^W\d+$/i.test(item) && name === "dayOfMonth")
    return "`every month on the 15th or nearest weekday`, or `15W` here";
  if (/^(29|3[01])W$/i.test(item) && name === "dayOfMonth") {
    return "`every month on the 31st or nearest weekday`, which skips short months, or `on the last weekday`";
  }
  if (/^last$/i.test(item) && name === "dayOfMonth") return "`every month on the last day`, or `L` here";
  if (/#(L|last|-\d+)$/i.test(item) && name === "dayOfWeek") return "`every month on the last friday`, or `5L` here";
  if (/%/.test(item) && name === "dayOfWeek") return "`every 2 weeks on monday from DATE`";
  if (/^\?(\/\d+)?$/.test(item)) return "`*`: a question mark stands for a day field alone";
  if (item === "24" && name === "hour") return "`0`, which is midnight";
  return undefined;
}
