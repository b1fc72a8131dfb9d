/**
 * The words of the language. Each is a token of its own in the category `Word`, so that a task, a job or a tag may be
 * called by any of them; where only a free name may stand, the grammar asks for an `Ident`.
 */
import { createToken, Lexer, type TokenType } from "chevrotain";
import { matchWord, wordStarts } from "./word-pattern.ts";

/** Any word at all. */
export const Word: TokenType = createToken({ name: "WORD", pattern: Lexer.NA });

/** A word that is no keyword. */
export const Ident: TokenType = createToken({
  name: "IDENT",
  pattern: matchWord,
  start_chars_hint: [...wordStarts],
  line_breaks: false,
  categories: [Word],
});

/** A keyword in the wrong case: a word, but no name, so that `at Noon` cannot pass for a parameter. */
export const Miscased: TokenType = createToken({ name: "MISCASED", pattern: Lexer.NA, categories: [Word] });

/** A unit of time, in either number. */
export const Unit: TokenType = createToken({ name: "UNIT", pattern: Lexer.NA });

const made: TokenType[] = [];

/** How each keyword may be spelled, the printed form first. */
export const spellings = new Map<TokenType, readonly string[]>();

function keyword(spelling: string, ...categories: TokenType[]): TokenType {
  const type = createToken({ name: spelling, pattern: spelling, longer_alt: Ident, categories: [Word, ...categories] });
  spellings.set(type, [spelling]);
  made.push(type);
  return type;
}

/** A keyword that is read in the singular and the plural. */
function noun(singular: string, ...categories: TokenType[]): TokenType {
  const type = createToken({
    name: singular,
    pattern: new RegExp(`${singular}s?`),
    longer_alt: Ident,
    categories: [Word, ...categories],
  });
  spellings.set(type, [singular, `${singular}s`]);
  made.push(type);
  return type;
}

// Declarations
export const Import = keyword("import");
export const Type = keyword("type");
export const As = keyword("as");
export const Defaults = keyword("defaults");
export const Calendar = keyword("calendar");
export const Window = keyword("window");
export const Template = keyword("template");
export const Group = keyword("group");
export const Job = keyword("job");
export const Timezone = keyword("timezone");
export const Holiday = keyword("holiday");
export const Open = keyword("open");
export const Include = keyword("include");
export const Covers = keyword("covers");

// Triggers and clauses
export const Every = keyword("every");
export const Once = keyword("once");
export const After = keyword("after");
export const Before = keyword("before");
export const Cron = keyword("cron");
export const Custom = keyword("custom");
export const Run = keyword("run");
export const Completion = keyword("completion");
export const Startup = keyword("startup");
export const At = keyword("at");
export const On = keyword("on");
export const In = keyword("in");
export const During = keyword("during");
export const From = keyword("from");
export const Until = keyword("until");
export const Except = keyword("except");
export const And = keyword("and");
export const Or = keyword("or");
export const The = keyword("the");
export const To = keyword("to");
export const Random = keyword("random");
export const Even = keyword("even");
export const Odd = keyword("odd");
export const Midnight = keyword("midnight");
export const Noon = keyword("noon");
export const First = keyword("first");
export const Third = keyword("third");
export const Fourth = keyword("fourth");
export const Fifth = keyword("fifth");
export const Last = keyword("last");
export const Next = keyword("next");
export const Previous = keyword("previous");
export const Nearest = keyword("nearest");
export const Succeeds = keyword("succeeds");
export const Fails = keyword("fails");
export const Completes = keyword("completes");

// Units and classes of days
export const Second = noun("second", Unit);
export const Minute = noun("minute", Unit);
export const Hour = noun("hour", Unit);
export const Day = noun("day", Unit);
export const Week = noun("week", Unit);
export const Month = noun("month", Unit);
export const Quarter = noun("quarter", Unit);
export const Year = noun("year", Unit);
export const Weekday = noun("weekday");
export const Weekend = noun("weekend");
export const Workday = noun("workday");

// Policies
export const Max = keyword("max");
export const Overlap = keyword("overlap");
export const Skip = keyword("skip");
export const Queue = keyword("queue");
export const Replace = keyword("replace");
export const Allow = keyword("allow");
export const Up = keyword("up");
export const Coalesce = keyword("coalesce");
export const Latest = keyword("latest");
export const Earliest = keyword("earliest");
export const None = keyword("none");
export const Grace = keyword("grace");
export const Catch = keyword("catch");
export const All = keyword("all");
export const Within = keyword("within");
export const Retry = keyword("retry");
export const Times = keyword("times");
export const Wait = keyword("wait");
export const Backoff = keyword("backoff");
export const Exponential = keyword("exponential");
export const Linear = keyword("linear");
export const Fixed = keyword("fixed");
export const With = keyword("with");
export const Timeout = keyword("timeout");
export const Jitter = keyword("jitter");
export const Spread = keyword("spread");
export const Limit = keyword("limit");
export const Runs = keyword("runs");
export const When = keyword("when");
export const Unless = keyword("unless");
export const Paused = keyword("paused");
export const Priority = keyword("priority");
export const Dst = keyword("dst");
export const Gap = keyword("gap");
export const Shift = keyword("shift");
export const Both = keyword("both");
export const Must = keyword("must");
export const Succeed = keyword("succeed");
export const Interrupted = keyword("interrupted");
export const Rerun = keyword("rerun");
export const Drop = keyword("drop");
export const Id = keyword("id");
export const NameWord = keyword("name");
export const Tags = keyword("tags");
export const Renamed = keyword("renamed");
export const Failure = keyword("failure");
export const Success = keyword("success");
export const Missed = keyword("missed");
export const Duplicate = keyword("duplicate");
export const Keep = keyword("keep");
export const Fail = keyword("fail");
export const Expect = keyword("expect");
export const Never = keyword("never");
export const Fires = keyword("fires");

/** Longest first: Chevrotain takes the first that matches, and `runs` begins with `run`. */
export const keywords: readonly TokenType[] = [...made].sort((a, b) => b.name.length - a.name.length);

/** Every spelling of a keyword and its token. */
export const keywordOf: ReadonlyMap<string, TokenType> = new Map(
  made.flatMap((type) => (spellings.get(type) ?? []).map((spelling) => [spelling, type] as const)),
);
