/** What the project throws when it could not do what was asked; its message says what, and what to do about it. */
export class SchedcError extends Error {
  override readonly name = "SchedcError";
  /** `area/slug`, for programs; the message is for people. */
  readonly code: string;

  constructor(message: string, options: ErrorOptions & { readonly code?: string } = {}) {
    super(message, options);
    this.code = options.code ?? "runtime/failed";
  }
}
