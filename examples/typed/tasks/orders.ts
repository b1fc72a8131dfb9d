/** Orders that wait at the counter. */

/** Who was reminded of what, for tests; a real shop would send a message. */
export const reminders: { readonly order: string; readonly channel: "mail" | "phone"; readonly due: string }[] = [];

export function remind(order: string, channel: "mail" | "phone", due: Date): void {
  reminders.push({ order, channel, due: due.toISOString() });
}
