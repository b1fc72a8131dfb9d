/** Members of members, of values that code without types may have brought. */

/** What stands at a path with dots; undefined where the way there ends. */
export function memberOf(value: unknown, path: string): unknown {
  return path.split(".").reduce((at, name) => (at as Readonly<Record<string, unknown>> | undefined)?.[name], value);
}
