interface Placed {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** Satteri writes the place before its message and a name of its own behind; micromark has both as fields. */
const written = /^(?:(\d+):(\d+): )?([\s\S]*?)(?: \([\w-]+:[\w-]+\))?$/;

/** What either parser throws for a page that is no MDX, in one shape. */
export function mdxError(error: unknown): Placed {
  const { message, reason, line, column } = error as Partial<Placed> & { readonly reason?: string };
  const [, writtenLine = 1, writtenColumn = 1, words = ''] = written.exec(reason ?? message ?? '') ?? [];
  return { message: words, line: line ?? Number(writtenLine), column: column ?? Number(writtenColumn) };
}
