/** Where an expected error is, as a person reads it: lines and columns count from 1. */
export interface Place {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

/** One thing that is wrong with what the user gave. */
export interface Issue {
  /** What is wrong, then what to do. */
  readonly message: string;
  readonly place?: Place;
  /** The line of the place with carets below it: plain text, as the file has it. */
  readonly frame?: string;
}

/**
 * The one expected throw: bad usage, bad configuration, a file that cannot be read.
 * The command line prints its issues without a stack and exits with 2.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly place: Place | undefined;
  /** At least one; of a plain error, its own message and place. */
  readonly issues: readonly Issue[];

  constructor(message: string, place?: Place, issues?: readonly Issue[]) {
    super(message);
    this.place = place;
    this.issues = issues ?? [place ? { message, place } : { message }];
  }

  /** One error for one or more issues; its message lists them all, each behind its place. */
  static of(issues: readonly Issue[]): UserError {
    const lines = issues.map(({ place, message }) => (place ? `${showPlace(place)}: ${message}` : message));
    if (lines.length > 1) lines.unshift(`${lines.length} errors:`);
    return new UserError(lines.join('\n'), issues[0]?.place, issues);
  }
}

function showPlace({ path, line, column }: Place): string {
  return [path, line, column].filter((part) => part !== undefined).join(':');
}
