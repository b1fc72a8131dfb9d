/** The words that crontabs have for whole expressions. */

const macros: Readonly<Record<string, string>> = {
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
  "@monthly": "0 0 1 * *",
  "@weekly": "0 0 * * 0",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@hourly": "0 * * * *",
};

/** The five fields that the word stands for; undefined where the text is none of them. */
export function macroOf(expression: string): string | undefined {
  const word = expression.trim().toLowerCase();
  return Object.hasOwn(macros, word) ? macros[word] : undefined;
}
