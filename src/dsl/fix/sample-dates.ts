/** Dates that fixes write for a person to replace: a fix never reads the clock. */

export const sampleDate = "2026-01-01";

/** A Monday, so that it reads as the start of a week. */
export const samplePhase = "2026-01-05";
