/** Instants as tests write them. */
import { isoInstant, SchedcError } from "../model/index.ts";

/** Epoch milliseconds, a date, or an ISO text with `Z` or an offset. */
export type Instant = number | Date | string;

/** As epoch milliseconds; a text that leaves the zone open is refused, for it would mean the machine's. */
export function readInstant(instant: Instant): number {
  const read = typeof instant === "number" ? instant : new Date(instant).getTime();
  if (typeof instant === "string" && !/(Z|[+-]\d\d:?\d\d)$/i.test(instant)) {
    throw new SchedcError(`"${instant}" has no zone; write ${instant}Z, or an offset behind it.`, {
      code: "clock/zone",
    });
  }
  if (Number.isFinite(read)) return read;
  throw new SchedcError(`"${String(instant)}" is no instant; one is written ${isoInstant(0)}.`, {
    code: "clock/instant",
  });
}
