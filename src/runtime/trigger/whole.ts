/** Whole numbers of the trigger JSON, which an app may have written by hand: refused in words rather than misread. */
import { SchedcError } from "../model/index.ts";

/** Each of the numbers, known to be whole and within both ends; `what` names one of them in the refusal. */
export function within(numbers: readonly number[], least: number, most: number, what: string): readonly number[] {
  for (const number of numbers) {
    if (!Number.isInteger(number) || number < least || number > most) {
      throw new SchedcError(`${number} is no ${what}; whole numbers from ${least} to ${most} are.`);
    }
  }
  return numbers;
}
