/** Where an expected error is, as a person reads it: lines and columns count from 1. */
export interface Place {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * The one expected throw: bad usage, bad configuration, a file that cannot be read.
 * The command line prints its message without a stack and exits with 2.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly place: Place | undefined;

  constructor(message: string, place?: Place) {
    super(message);
    this.place = place;
  }
}
