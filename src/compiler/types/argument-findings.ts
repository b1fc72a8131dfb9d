/** One part of an argument that does not fit, as a finding at its place. */
import {
  type Finding,
  type Fix,
  finding,
  nearest,
  printOrdinal,
  printString,
  replace,
  unsafe,
  type ValueNode,
} from "../../dsl/index.ts";
import { type Mismatch, typeOf } from "./mismatch.ts";
import type { Parameter, TypeContext } from "./signatures.ts";
import { literalsOf, typeText } from "./type-words.ts";

/** How a sentence names a part of an argument: by the parameter and the path inside it. */
export type ArgumentPlace = (path: string) => string;

export function argumentPlace(task: string, { name }: Parameter, index: number): ArgumentPlace {
  const argument = `the ${printOrdinal(index + 1)} argument of \`${task}\``;
  return (path) => (path === "" ? `\`${name}\`, ${argument}` : `\`${name}${path}\` in ${argument}`);
}

/** `optional`: the parameter may be left out, which is no type that one could write. */
export function mismatchFinding(
  found: Mismatch,
  place: ArgumentPlace,
  optional: boolean,
  context: TypeContext,
): Finding {
  if (found.kind === "key") return keyFinding(found, place(found.path));
  if (found.kind === "missing") {
    const type = typeText(found.type, context);
    return finding("task/missing-key", found.value.span, { place: place(found.path), key: found.name, type });
  }
  const { value, node, type, path } = found;
  const expected = typeText(type, context, optional || path !== "");
  const own = typeOf(value, node, context);
  const literals = literalsOf(type);
  const { checker } = context;
  const takes = (text: string): boolean => checker.isTypeAssignableTo(checker.getStringLiteralType(text), type);
  // Of an enum the members fit, not what they stand for.
  const texts = literals.filter((one) => typeof one === "string").filter(takes);
  const near = value.kind === "string" ? nearest(value.value, texts) : undefined;
  return finding(
    "task/wrong-argument",
    value.span,
    {
      place: place(path),
      expected,
      got: gotText(value, typeText(own, context)),
      ...(near !== undefined && { nearest: printString(near) }),
    },
    {
      fixes:
        near === undefined
          ? converted(found, context)
          : [unsafe(`write ${printString(near)}`, replace(value.span, printString(near)))],
    },
  );
}

function keyFinding({ pair, known }: Extract<Mismatch, { kind: "key" }>, place: string): Finding {
  const key = pair.key.text;
  const near = nearest(key, known);
  const text = near !== undefined && /^[A-Za-z_$][\w$]*$/.test(near) ? near : printString(near ?? "");
  const fixes = near === undefined ? [] : [unsafe(`write \`${text}\``, replace(pair.key.span, text))];
  const listed = known.length <= 12 ? known.map((one) => `\`${one}\``).join(", ") : "";
  const params = { place, key, known: listed, ...(near !== undefined && { nearest: near }) };
  return finding("task/unknown-key", pair.key.span, params, { fixes });
}

function gotText(value: ValueNode, type: string): string {
  switch (value.kind) {
    case "list":
      return value.items.length === 0 ? "an empty list" : "a list";
    case "object":
      return "an object";
    case "runtime":
      return `\`@${value.name}\`, ${type}`;
    case "reference":
      return `\`${value.path.names.map(({ text }) => text).join(".")}\`, ${type}`;
    case "moment":
      return `"${value.text}", a text`;
    default:
      return type;
  }
}

/** A number in quotes, or quotes that are missing. */
function converted({ value, type }: Extract<Mismatch, { kind: "value" }>, { checker }: TypeContext): readonly Fix[] {
  const takes = (text: string): boolean => checker.isTypeAssignableTo(checker.getStringLiteralType(text), type);
  if (value.kind === "number" && takes(value.text)) {
    return [unsafe("write it as a text", replace(value.span, printString(value.text)))];
  }
  if (value.kind === "literal" && value.value !== null && takes(String(value.value))) {
    return [unsafe("write it as a text", replace(value.span, printString(String(value.value))))];
  }
  if (value.kind !== "string") return [];
  const { value: text } = value;
  const number = /^-?\d{1,15}(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  if (number !== undefined && checker.isTypeAssignableTo(checker.getNumberLiteralType(number), type)) {
    return [unsafe("write it as a number", replace(value.span, text))];
  }
  const truth = text === "true" ? checker.getTrueType() : text === "false" ? checker.getFalseType() : undefined;
  return truth && checker.isTypeAssignableTo(truth, type)
    ? [unsafe("write it without quotes", replace(value.span, text))]
    : [];
}
