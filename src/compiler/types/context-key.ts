/** How what is known of a call is looked up once it is a plan: by what calls that are alike in this have in common. */

/** `context` is what may follow the arguments: the run, or the instant that a custom trigger is asked from. */
export function contextKey(context: "run" | "after", task: string, args: number): string {
  return `${context} ${task}/${args}`;
}
