const marks = [
  // VitePress, and every editor that folds by them.
  /^[ \t]*(?:\/\/|\/\*|#|--|;|<!--|::)?[ \t]*#?region\b[ \t]*([\w*-]+)/gim,
  // pymdownx.snippets.
  /-{1,}8<-{1,}[ \t]*\[[ \t]*start[ \t]*:[ \t]*([\w-]+)[ \t]*\]/gi,
  // mdBook.
  /\bANCHOR:[ \t]*([\w-]+)/g,
];

/** What a file must hold to have one of them at all. */
const signs = ['region', '8<', 'ANCHOR:'];

/** The named regions that a file marks for inclusion, as VitePress, MkDocs and mdBook write them. */
export function regionsOf(text: string): string[] {
  const found = marks.filter((_mark, index) => text.includes(signs[index] as string));
  return [...new Set(found.flatMap((mark) => [...text.matchAll(mark)].map((match) => match[1] as string)))];
}
