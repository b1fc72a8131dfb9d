/** Plain data (triggers, policies) as object literals in an order that reads well. */
import { objectKey } from "./identifier.ts";
import { stringLiteral } from "./string-literal.ts";
import { numberText } from "./value-text.ts";

/** What comes first in an object; the rest follows by code unit. */
const order: readonly string[] = (
  "kind zone calendar weekend holidays covers every unit anchor at plus in of task args all job ends days cycle weekdays open months weeks picks nth day first " +
  "last month date after before offset by move to clamp times hours minutes seconds random ranges during windows dates yearly " +
  "spans except from until dst gap max overlap queue coalesce grace catchUp mode within retry times wait backoff upTo " +
  "jitter spread timeout limit paused priority deadline interrupted onDuplicate tags renamedFrom"
).split(" ");
const rank: ReadonlyMap<string, number> = new Map([...order].reverse().map((key) => [key, order.indexOf(key)]));

/** Keys in the order of the module, whatever order the plan had. */
function orderedKeys(object: object): string[] {
  return Object.keys(object).sort(
    (a, b) => (rank.get(a) ?? order.length) - (rank.get(b) ?? order.length) || (a < b ? -1 : a > b ? 1 : 0),
  );
}

/** JSON data as code; members that are undefined are left out. `extra` are members already written as code. */
export function dataText(data: unknown, extra: readonly string[] = []): string {
  if (typeof data === "string") return stringLiteral(data);
  if (typeof data === "number") return numberText(data);
  if (typeof data !== "object" || data === null) return String(data);
  if (Array.isArray(data)) return `[${data.map((item) => dataText(item)).join(", ")}]`;
  const members = orderedKeys(data).flatMap((key) => {
    const value: unknown = Reflect.get(data, key);
    return value === undefined ? [] : [`${objectKey(key)}: ${dataText(value)}`];
  });
  const all = [...members, ...extra];
  return all.length === 0 ? "{}" : `{ ${all.join(", ")} }`;
}
