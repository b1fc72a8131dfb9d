/**
 * `during`, `except` and `calendar` name what the file declares or imports. Whether an imported name stands in its
 * file is for `name/unknown-import`, which sees all files. What may only be broken is not reported missing.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import type { Name } from "../../tree/nodes.ts";
import { resolveCalendar, resolveWindow } from "../names.ts";
import { nearest } from "../nearest.ts";
import { type FileView, mayBeBroken, type Rule } from "../view.ts";

export const nameUnknownWindow: Rule = {
  *file(view) {
    const { names, parts } = view;
    const imported = [...names.imports].filter(([, { brings }]) => brings === "sched").map(([name]) => name);
    const windows = new Set([...names.windows.keys(), ...imported]);
    const known = new Set([...windows, ...names.calendars.keys()]);
    for (const use of parts.windowNames) {
      if (mayBeBroken(view, use.text)) continue;
      if (isCalendar(view, use.text)) yield finding("name/not-a-window", use.span, { name: use.text });
      else if (!windows.has(use.text)) yield unknown("name/unknown-window", use, windows);
    }
    for (const use of parts.exceptNames) {
      if (!known.has(use.text) && !mayBeBroken(view, use.text)) yield unknown("name/unknown-exception", use, known);
    }
    yield* calendars(view, new Set(imported));
  },
};

/** What is put in force and what a calendar includes; of an imported name only the other file shows what it is. */
function* calendars(view: FileView, imported: ReadonlySet<string>) {
  const { names, parts } = view;
  for (const use of [...parts.calendarNames, ...parts.includeNames]) {
    if (isCalendar(view, use.text) || mayBeBroken(view, use.text)) continue;
    if (imported.has(use.text) && !isWindow(view, use.text)) continue;
    yield unknown("name/unknown-calendar", use, new Set([...names.calendars.keys(), ...imported]));
  }
}

function isCalendar({ file, context: { name = "", files = () => undefined } }: FileView, use: string): boolean {
  return resolveCalendar(use, { name, file }, files) !== undefined;
}

function isWindow({ file, context: { name = "", files = () => undefined } }: FileView, use: string): boolean {
  return resolveWindow(use, { name, file }, files) !== undefined;
}

type UnknownName = "name/unknown-window" | "name/unknown-exception" | "name/unknown-calendar";

function unknown(code: UnknownName, { text: name, span }: Name, known: ReadonlySet<string>) {
  const near = nearest(name, known);
  const params = near === undefined ? { name } : { name, nearest: near };
  return finding(code, span, params, {
    fixes: near === undefined ? [] : [unsafe(`write \`${near}\``, replace(span, near))],
  });
}
