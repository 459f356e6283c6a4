const marks = [
  // VitePress, and every editor that folds by them.
  /^[ \t]*(?:\/\/|\/\*|#|--|;|<!--|::)?[ \t]*#?region\b[ \t]*([\w*-]+)/gim,
  // pymdownx.snippets.
  /-{1,}8<-{1,}[ \t]*\[[ \t]*start[ \t]*:[ \t]*([\w-]+)[ \t]*\]/gi,
  // mdBook.
  /\bANCHOR:[ \t]*([\w-]+)/g,
];

/** The named regions that a file marks for inclusion, as VitePress, MkDocs and mdBook write them. */
export function regionsOf(text: string): string[] {
  if (!/region|8<-|ANCHOR:/i.test(text)) return [];
  return [...new Set(marks.flatMap((mark) => [...text.matchAll(mark)].map((match) => match[1] as string)))];
}
