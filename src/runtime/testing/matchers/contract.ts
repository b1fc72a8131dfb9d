/** What Vitest and Jest ask of a matcher, as far as these use it. */

export interface MatcherContext {
  /** Whether `.not` stands before it. */
  readonly isNot?: boolean | undefined;
}

export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * What has no fire times fails with and without `.not`, also inside of another matcher: a test that asks the wrong
 * thing must not pass for it.
 */
export function refuse({ isNot }: MatcherContext, matcher: string, why: string): MatcherResult {
  return { pass: isNot === true, message: () => `${matcher}: ${why}.` };
}
