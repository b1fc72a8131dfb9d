/** What a finding says wherever it is found: its texts with the names of their parts in braces. */
import type { Entry } from "./define.ts";

export interface GeneralTexts {
  readonly message: string;
  readonly help?: string;
}

export function generalTexts({ message, help }: Entry<never>): GeneralTexts {
  return { message: message(parts), ...(help && { help: help(parts) }) };
}

/** Stands for any part of a text: reading `name` gives `{name}`. */
const parts = new Proxy({}, { get: (_, name) => `{${String(name)}}` }) as never;
