/**
 * `during`, `except` and `calendar` name what the file declares or imports. Whether an imported name stands in its
 * file is for `name/unknown-import`, which sees all files. What may only be broken is not reported missing.
 */
import { finding } from "../../diagnostics/registry.ts";
import { replace, unsafe } from "../../fix/edits.ts";
import type { Name } from "../../tree/nodes.ts";
import { nearest } from "../nearest.ts";
import { type FileView, mayBeBroken, type Rule } from "../view.ts";

export const nameUnknownWindow: Rule = {
  *file(view) {
    const { names, parts } = view;
    const imported = [...names.imports].filter(([, { brings }]) => brings === "sched").map(([name]) => name);
    const windows = new Set([...names.windows.keys(), ...imported]);
    const known = new Set([...windows, ...names.calendars.keys()]);
    for (const use of parts.windowNames) {
      if (windows.has(use.text) || mayBeBroken(view, use.text)) continue;
      if (names.calendars.has(use.text)) yield finding("name/not-a-window", use.span, { name: use.text });
      else yield unknown("name/unknown-window", use, windows);
    }
    for (const use of parts.exceptNames) {
      if (!known.has(use.text) && !mayBeBroken(view, use.text)) yield unknown("name/unknown-exception", use, known);
    }
    yield* calendars(view, new Set(imported));
  },
};

/** An imported calendar is refused where it is declared; the file that counts by it is refused here. */
function* calendars(view: FileView, imported: ReadonlySet<string>) {
  const { calendars: declared } = view.names;
  const known = new Set([...declared.keys(), ...imported]);
  for (const use of view.parts.calendarNames) {
    if (declared.has(use.text) || mayBeBroken(view, use.text)) continue;
    if (imported.has(use.text)) yield finding("job/calendars-not-yet", use.span, { name: use.text });
    else yield unknown("name/unknown-calendar", use, known);
  }
}

type UnknownName = "name/unknown-window" | "name/unknown-exception" | "name/unknown-calendar";

function unknown(code: UnknownName, { text: name, span }: Name, known: ReadonlySet<string>) {
  const near = nearest(name, known);
  const params = near === undefined ? { name } : { name, nearest: near };
  return finding(code, span, params, {
    fixes: near === undefined ? [] : [unsafe(`write \`${near}\``, replace(span, near))],
  });
}
