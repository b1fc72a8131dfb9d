/** Prose broken into lines of a terminal's width. */
import stringWidth from "string-width";

/** Lines of at most `width` columns; a word longer than that stands alone. */
export function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const word of paragraph.split(/(?<=\S)\s+/)) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (line !== "" && stringWidth(longer) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}
