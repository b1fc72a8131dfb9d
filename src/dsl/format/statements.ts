/** Statements and their blocks: a header, then one item a line, indented by two spaces. */
import type { BodyItem, JobNode } from "../tree/nodes.ts";
import { printCalendarEntry, printWindow } from "./calendars.ts";
import { fits, indentation } from "./columns.ts";
import { bare, type Entry, type Item, type Surroundings } from "./entries.ts";
import { printExpect } from "./expectations.ts";
import { printImport } from "./imports.ts";
import { orderParagraphs } from "./paragraphs.ts";
import { printSetting } from "./policies.ts";
import { printTemplateHead } from "./templates.ts";
import { printRun, printTrigger } from "./triggers.ts";

/** One statement in canonical spelling, lines joined by newlines. Comments come with its surroundings. */
export function printStatement(statement: Item, around: Surroundings = bare, depth = 0): string {
  switch (statement.kind) {
    case "import":
      return printImport(statement, depth);
    case "defaults":
      return printBlock("defaults", around.entries(statement.settings, around.inside(statement)), around, depth);
    case "calendar": {
      const entries = around.entries(statement.entries, around.inside(statement));
      return printBlock(`calendar ${statement.name.text}`, entries, around, depth);
    }
    case "window":
      return printWindow(statement);
    case "template": {
      const entries = around.entries(statement.body, around.inside(statement));
      return printBlock(printTemplateHead(statement, depth), entries, around, depth);
    }
    case "group": {
      const entries = around.entries(statement.items, around.inside(statement));
      return printBlock(`group ${statement.name.text}`, entries, around, depth);
    }
    case "job":
      return printJob(statement, around, depth);
    case "run":
      return printRun(statement);
    case "expect":
      return printExpect(statement);
    case "policy":
    case "useCalendar":
      return printSetting(statement);
    case "timezone":
    case "dates":
    case "include":
    case "weekend":
    case "covers":
      return printCalendarEntry(statement);
    default:
      return printTrigger(statement);
  }
}

function printJob(job: JobNode, around: Surroundings, depth: number): string {
  if (job.form === "sentence") return printSentence(job, around, depth);
  return printBlock(`job ${job.name?.text ?? ""}`, around.entries(job.body, around.inside(job)), around, depth);
}

/**
 * On one line, its policies in their one order, when all of it fits and may stand there; else the policies stand
 * one a line between braces.
 */
function printSentence(job: JobNode, around: Surroundings, depth: number): string {
  const inline = job.inline ?? job.body.length;
  const [sentence, policies] = [job.body.slice(0, 2), job.body.slice(2, inline)];
  const braced = around.entries(job.body.slice(inline), around.inside(job));
  const entries = orderParagraphs<BodyItem>([...bare.entries(policies, undefined), ...braced]);
  const words = (items: readonly Item[]): string => items.map((item) => printStatement(item)).join(" ");
  if (entries.every(mayStandInline)) {
    const together = orderParagraphs(entries.map((entry) => ({ ...entry, blank: false })));
    const line = words([...sentence, ...together.flatMap(({ item }) => item ?? [])]);
    if (entries.length === 0 || fits(line, depth)) return line;
  }
  return printBlock(words(sentence), entries, around, depth);
}

function mayStandInline({ item, above, behind, verbatim }: Entry): boolean {
  return item?.kind === "policy" && above.length === 0 && behind === undefined && verbatim === undefined;
}

function printBlock(head: string, entries: readonly Entry[], around: Surroundings, depth: number): string {
  if (entries.length === 0) return `${head} {}`;
  return `${head} {\n${printEntries(orderParagraphs(entries), around, depth + 1)}\n${indentation(depth)}}`;
}

/** Entries on lines of their own, without a newline at the end. */
export function printEntries(entries: readonly Entry[], around: Surroundings, depth: number): string {
  const lines: string[] = [];
  for (const entry of entries) {
    if (entry.blank) lines.push("");
    for (const comment of entry.above) lines.push(indentation(depth) + indentComment(comment, depth));
    const text = entry.verbatim ?? (entry.item && printStatement(entry.item, around, depth));
    if (text === undefined) continue;
    lines.push(
      `${indentation(depth)}${text}${entry.behind === undefined ? "" : ` ${indentComment(entry.behind, depth)}`}`,
    );
  }
  return lines.join("\n");
}

/** Lines of a block comment that start with a star are lined up under its first. */
function indentComment(comment: string, depth: number): string {
  return comment.replaceAll(/\n[ \t]*\*/g, `\n${indentation(depth)} *`);
}
