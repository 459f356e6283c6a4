export interface GitOptions {
  readonly input?: string;
  /** Exit statuses that are an answer too, besides 0. */
  readonly alsoFine?: readonly number[];
  /** What is there when the time or the room is over is the answer, its end cut off. */
  readonly atMost?: { readonly seconds: number; readonly bytes: number };
}

/**
 * What a run saw: each question with what was answered, as a digest. Whoever asks the same questions and is answered
 * the same is bound to come to the same result. Plain JSON.
 */
export interface Trace {
  /** What most paths begin with; they are kept without it. */
  readonly root: string;
  /** A path and its digest in turn. */
  readonly read: readonly string[];
  readonly list: readonly string[];
  readonly kind: readonly string[];
  readonly real: readonly string[];
  readonly isLink: readonly string[];
  readonly target: readonly string[];
  readonly git: readonly (readonly [
    root: string,
    words: readonly string[],
    options: GitOptions | null,
    digest: string,
  ])[];
}

/** Questions about one path each. What is no file any more is noticed before it would be read. */
export const aboutPaths = ['list', 'kind', 'real', 'isLink', 'target', 'read'] as const;
