/** Prose broken into lines of a terminal's width. */
import stringWidth from "string-width";

/** Lines of at most `width` columns; a word longer than that stands alone. What stands between backticks is one word. */
export function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const word of words(paragraph, width)) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (line !== "" && stringWidth(longer) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}

function words(paragraph: string, width: number): readonly string[] {
  const found: string[] = [];
  let open: string | undefined;
  for (const part of paragraph.split(/(?<=\S)\s+/)) {
    const whole = open === undefined ? part : `${open} ${part}`;
    if (whole.split("`").length % 2 === 0 && paragraph.split("`").length % 2 === 1) open = whole;
    else {
      found.push(...(stringWidth(whole) > width ? whole.split(" ") : [whole]));
      open = undefined;
    }
  }
  return found;
}
