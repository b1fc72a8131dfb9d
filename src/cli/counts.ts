/** Numbers on the command line. */
import { InvalidArgumentError } from "commander";

export function count(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) throw new InvalidArgumentError("is no whole number");
  return value;
}

/** So many of what would be nothing at zero. */
export function positive(text: string): number {
  if (/^0+$/.test(text)) throw new InvalidArgumentError("would show nothing; ask for one or more");
  return count(text);
}
