/** What the templates run; the mails land in a list. */
export const outbox: string[] = [];

export function sendReminder(userId: string, due: Date, channel: "mail" | "sms"): void {
  outbox.push(`${channel} to ${userId}: due at ${due.toISOString()}`);
}

export function sendCourse(student: string, at: number): void {
  outbox.push(`lesson for ${student} at ${new Date(at).toISOString()}`);
}
