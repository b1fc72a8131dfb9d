/** The numbers behind the names of days and months, and the units behind their words. */
import type { IToken } from "chevrotain";
import type { Unit } from "../../tree/nodes.ts";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** 1 for Monday, as ISO counts. */
export function dayNumber(name: string): number {
  return days.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** 1 for January. */
export function monthNumber(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** The short name of a month, as the language prints it beside a day. */
export function shortMonth(month: number): string {
  return months[month - 1] ?? "";
}

/** Tokens of units are named by their singular. */
export function unitOf(token: IToken): Unit {
  return token.tokenType.name as Unit;
}
