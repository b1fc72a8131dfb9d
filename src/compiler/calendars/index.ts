/** Calendars out of .ics files. */
export { type Includes, readIncludes } from "./includes.ts";
