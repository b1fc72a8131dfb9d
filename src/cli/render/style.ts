/** Colours of the terminal, or none. */

export interface Style {
  readonly error: Paint;
  readonly warning: Paint;
  readonly info: Paint;
  readonly added: Paint;
  readonly removed: Paint;
  /** What was written: names, code. */
  readonly code: Paint;
  readonly strong: Paint;
  readonly faint: Paint;
}

export type Paint = (text: string) => string;

const sequences: Readonly<Record<keyof Style, readonly [on: string, off: string]>> = {
  error: ["1;31", "0"],
  warning: ["1;33", "0"],
  info: ["1;36", "0"],
  added: ["32", "39"],
  removed: ["31", "39"],
  code: ["36", "39"],
  strong: ["1", "22"],
  faint: ["2", "22"],
};

export function createStyle(color: boolean): Style {
  const paint =
    ([on, off]: readonly [string, string]): Paint =>
    (text) =>
      color && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return Object.fromEntries(Object.entries(sequences).map(([name, pair]) => [name, paint(pair)])) as unknown as Style;
}

/** Prose in which what stands between backticks is code. */
export function prose(text: string, style: Style): string {
  return text.replace(/`[^`]+`/g, style.code);
}
