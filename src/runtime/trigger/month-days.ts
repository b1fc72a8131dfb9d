/** Sets of days as the calendar's months hold them. */

/** The days of a month that are in a set: bit 0 is the 1st; bits past the month's end mean nothing. */
export type MonthDays = (month: number) => number;

/** Does the work once for each month that is asked for. */
export function remembered(days: MonthDays): MonthDays {
  const known = new Map<number, number>();
  return (month) => {
    let bits = known.get(month);
    if (bits === undefined) {
      bits = days(month);
      known.set(month, bits);
    }
    return bits;
  };
}
