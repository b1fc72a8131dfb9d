/**
 * Recurrence rules of RFC 5545 and the sentence that says the same.
 *
 * The rules are those of its section 3.8.5.3, all in New York, and some that calendars write every day. `COUNT` has no word
 * in the language, for a number of fires is no matter of a trigger; the rows give the day on which it ends.
 */

export interface Row {
  /** `DTSTART` of the rule, local to New York. */
  readonly start: string;
  readonly rule: string;
  /** Without its zone and its task. */
  readonly says: string;
}

const september = "1997-09-02T09:00:00";

export const rows: readonly Row[] = [
  { start: september, rule: "FREQ=DAILY;COUNT=10", says: "every day at 9:00 from 1997-09-02 until 1997-09-11" },
  {
    start: september,
    rule: "FREQ=DAILY;UNTIL=19971224T000000Z",
    says: "every day at 9:00 from 1997-09-02 until 1997-12-23",
  },
  { start: september, rule: "FREQ=DAILY;INTERVAL=2", says: "every 2 days at 9:00 from 1997-09-02" },
  {
    start: september,
    rule: "FREQ=DAILY;INTERVAL=10;COUNT=5",
    says: "every 10 days at 9:00 from 1997-09-02 until 1997-10-12",
  },
  {
    start: "1998-01-01T09:00:00",
    rule: "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
    says: "every day in jan at 9:00 from 1998-01-01 until 2000-01-31",
  },
  {
    start: "1998-01-01T09:00:00",
    rule: "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
    says: "every day in jan at 9:00 from 1998-01-01 until 2000-01-31",
  },
  { start: september, rule: "FREQ=WEEKLY;COUNT=10", says: "every tuesday at 9:00 from 1997-09-02 until 1997-11-04" },
  {
    start: september,
    rule: "FREQ=WEEKLY;INTERVAL=2;WKST=MO",
    says: "every 2 weeks on tuesday at 9:00 from 1997-09-02",
  },
  {
    start: september,
    rule: "FREQ=WEEKLY;UNTIL=19971007T000000Z;BYDAY=TU,TH",
    says: "every tue, thu at 9:00 from 1997-09-02 until 1997-10-06",
  },
  {
    start: "1997-09-01T09:00:00",
    rule: "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=MO;BYDAY=MO,WE,FR",
    says: "every 2 weeks on mon, wed, fri at 9:00 from 1997-09-01 until 1997-12-23",
  },
  {
    start: "1997-08-05T09:00:00",
    rule: "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
    says: "every 2 weeks on tue, sun at 9:00 from 1997-08-05 until 1997-08-24",
  },
  {
    start: "1997-09-05T09:00:00",
    rule: "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
    says: "every month on the 1st friday at 9:00 from 1997-09-05 until 1998-06-05",
  },
  {
    start: "1997-09-05T09:00:00",
    rule: "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR",
    says: "every month on the 1st friday at 9:00 from 1997-09-05 until 1997-12-23",
  },
  {
    start: "1997-09-07T09:00:00",
    rule: "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    says: "every 2 months on the 1st sunday, last sunday at 9:00 from 1997-09-07 until 1998-05-31",
  },
  {
    start: "1997-09-22T09:00:00",
    rule: "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
    says: "every month on the 2nd last monday at 9:00 from 1997-09-22 until 1998-02-16",
  },
  {
    start: "1997-09-28T09:00:00",
    rule: "FREQ=MONTHLY;BYMONTHDAY=-3",
    says: "every month on the 3rd last day at 9:00 from 1997-09-28",
  },
  {
    start: september,
    rule: "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
    says: "every month on the 2nd, 15th at 9:00 from 1997-09-02 until 1998-01-15",
  },
  {
    start: "1997-09-30T09:00:00",
    rule: "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
    says: "every month on the 1st, last day at 9:00 from 1997-09-30 until 1998-02-01",
  },
  {
    start: "1997-09-10T09:00:00",
    rule: "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
    says: "every 18 months on the 10th-15th at 9:00 from 1997-09-10 until 1999-03-13",
  },
  {
    start: september,
    rule: "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
    says: "every tuesday in jan, mar, may, jul, sep, nov at 9:00 from 1997-09-02",
  },
  {
    start: "1997-06-10T09:00:00",
    rule: "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
    says: "every year on jun 10, jul 10 at 9:00 from 1997-06-10 until 2001-07-10",
  },
  {
    start: "1997-03-10T09:00:00",
    rule: "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
    says: "every 2 years on jan 10, feb 10, mar 10 at 9:00 from 1997-03-10 until 2003-03-10",
  },
  {
    start: "1997-01-01T09:00:00",
    rule: "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
    says: "every 3 years on the 1st, 100th, 200th at 9:00 from 1997-01-01 until 2006-01-01",
  },
  {
    start: "1997-05-19T09:00:00",
    rule: "FREQ=YEARLY;BYDAY=20MO",
    says: "every year on the 20th monday at 9:00 from 1997-05-19",
  },
  {
    start: "1997-03-13T09:00:00",
    rule: "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
    says: "every thursday in mar at 9:00 from 1997-03-13",
  },
  {
    start: "1997-06-05T09:00:00",
    rule: "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
    says: "every thursday in jun-aug at 9:00 from 1997-06-05",
  },
  {
    start: "1998-02-13T09:00:00",
    rule: "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    says: "every friday on the 13th at 9:00 from 1997-09-02",
  },
  {
    start: "1997-09-13T09:00:00",
    rule: "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
    says: "every saturday on the 7th-13th at 9:00 from 1997-09-13",
  },
  {
    start: "1996-11-05T09:00:00",
    rule: "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    says: "every 4 years on the 1st tuesday after the 1st in nov at 9:00 from 1996-11-05",
  },
  {
    start: "1997-09-29T09:00:00",
    rule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    says: "every month on the 2nd last weekday at 9:00 from 1997-09-29",
  },
  {
    start: september,
    rule: "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z",
    says: "every 3 hours from 1997-09-02T09:00 until 1997-09-02T17:00",
  },
  {
    start: september,
    rule: "FREQ=MINUTELY;INTERVAL=15;COUNT=6",
    says: "every 15 minutes from 1997-09-02T09:00 until 1997-09-02T10:15",
  },
  {
    start: september,
    rule: "FREQ=MINUTELY;INTERVAL=90;COUNT=4",
    says: "every 90 minutes from 1997-09-02T09:00 until 1997-09-02T13:30",
  },
  {
    start: september,
    rule: "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
    says: "every 20 minutes 9-16 from 1997-09-02",
  },
  {
    start: "2026-01-01T09:30:00",
    rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9,10,11,12,13,14,15,16,17;BYMINUTE=30",
    says: "every weekday 9-17 at :30 from 2026-01-01",
  },
  {
    start: "2026-01-31T17:00:00",
    rule: "FREQ=MONTHLY;BYMONTHDAY=-1",
    says: "every month on the last day at 17:00 from 2026-01-31",
  },
  {
    start: "2026-01-30T17:00:00",
    rule: "FREQ=MONTHLY;BYDAY=-1FR",
    says: "every month on the last friday at 17:00 from 2026-01-30",
  },
  {
    start: "2026-01-31T09:00:00",
    rule: "FREQ=MONTHLY;BYMONTHDAY=31",
    says: "every month on the 31st at 9:00 from 2026-01-31",
  },
  {
    start: "2024-02-29T09:00:00",
    rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    says: "every year on feb 29 at 9:00 from 2024-02-29",
  },
  {
    start: "2026-11-26T09:00:00",
    rule: "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
    says: "every year on the 4th thursday in nov at 9:00 from 2026-11-26",
  },
  {
    start: "2026-03-31T18:00:00",
    rule: "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1",
    says: "every quarter on the last day at 18:00 from 2026-03-31",
  },
  {
    start: "2026-01-01T09:00:00",
    rule: "FREQ=YEARLY;BYYEARDAY=-1,1",
    says: "every year on the 1st, last day at 9:00 from 2026-01-01",
  },
];

/** What the language cannot say, why, and the nearest that one might try, which must be refused. */
export const unsaid: readonly { readonly rule: string; readonly because: string; readonly tried: string }[] = [
  {
    rule: "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
    because: "weeks of the year have a parity, and no number",
    tried: "every monday in week 20 at 9:00",
  },
  {
    rule: "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
    because: "an ordinal counts one kind of day, not several together",
    tried: "every month on the 3rd tue-thu at 9:00",
  },
  {
    rule: "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
    because: "weeks start on Monday, as in ISO 8601",
    tried: "every 2 weeks from sunday on tue, sun at 9:00",
  },
  {
    rule: "FREQ=DAILY;COUNT=10",
    because: "the number of fires is no matter of a trigger: `until` gives the last, `limit` counts runs",
    tried: "every day at 9:00 10 times",
  },
  {
    rule: "RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=8",
    because: "days are those of the Gregorian calendar",
    tried: "every hebrew year on adar 8 at 9:00",
  },
];
