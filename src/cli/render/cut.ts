/** A line that has to fit: what is too long for the columns ends in an ellipsis. */
import stringWidth from "string-width";

const segments = new Intl.Segmenter();

export function cutTo(line: string, columns: number): string {
  if (stringWidth(line) <= columns) return line;
  let cut = "";
  for (const { segment } of segments.segment(line)) {
    if (stringWidth(cut + segment) >= columns) break;
    cut += segment;
  }
  return columns > 0 ? `${cut.trimEnd()}…` : "";
}
