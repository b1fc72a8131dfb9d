/** Fetches records from a partner's API. */

export interface Api {
  readonly url: string;
  readonly token: string;
  /** Takes the records in. */
  store(records: readonly unknown[]): Promise<void>;
}

/**
 * Answers how many records came. Throws when the API cannot be reached, refuses, or sends no list; the scheduler turns
 * that into a failed run. `signal` aborts the request: the job's `timeout` needs nothing else.
 */
export async function syncExternalData({ url, token, store }: Api, signal: AbortSignal): Promise<number> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal });
  if (!response.ok) throw new Error(`The API answered ${response.status} ${response.statusText}.`);
  const records: unknown = await response.json();
  if (!Array.isArray(records)) throw new Error("The API sent no list of records.");
  await store(records);
  return records.length;
}
