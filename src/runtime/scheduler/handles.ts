/** What registering a module gives: by its name, a handle of each job and template, made when it is first asked for. */

/** Ids are any words, also those that objects have a meaning for. */
export function createHandles(names: readonly string[], make: (index: number) => unknown): object {
  const made: unknown[] = [];
  /** Made with the first handle: most apps hold many jobs and ask for few. */
  let places: ReadonlyMap<string, number> | undefined;

  function handleOf(name: string | symbol): unknown {
    places ??= new Map(names.map((one, index) => [one, index]));
    const index = places.get(name as string);
    if (index === undefined) return undefined;
    made[index] ??= make(index);
    return made[index];
  }

  const shown = { value: () => ({ ...handles }), configurable: true };
  const target = Object.create(null, { [Symbol.for("nodejs.util.inspect.custom")]: shown });
  const handles = new Proxy<object>(target, {
    get: (_target, name) => handleOf(name),
    has: (_target, name) => handleOf(name) !== undefined,
    ownKeys: () => [...names],
    getOwnPropertyDescriptor(_target, name) {
      const value = handleOf(name);
      return value === undefined ? undefined : { value, enumerable: true, configurable: true };
    },
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
  });
  return handles;
}
