import type { Edit, Move, Path } from '../model.js';
import { isWithin, relocated } from '../paths.js';

/** Values in quotes, and what stands behind `- ` or `key: ` in YAML without them. */
const quoted = /"([^"\\\n]+)"|'([^'\\\n]+)'/g;
const plain =
  /^[ \t]*(?:-[ \t]+)?(?:[\w-]+:[ \t]+)?(?:-[ \t]+)?([^\s"'#&*!|>%@`[\]{},:]+)[ \t]*(?:#.*)?\r?$/gm;

/** The edits of data configs that name what is moved, or something in it, be it by a pattern: `docs/guide/**`. */
export function configEdits(texts: ReadonlyMap<Path, string>, move: Move): readonly Edit[] {
  return [...texts].flatMap(([path, text]) => {
    if (!/\.(?:jsonc?|ya?ml)$/i.test(path) || !text.includes(move.from)) return [];
    const matches = [...text.matchAll(quoted), ...(/\.ya?ml$/i.test(path) ? text.matchAll(plain) : [])];
    return matches.flatMap((match): Edit[] => {
      const value = (match[1] ?? match[2]) as string;
      const bare = value.replace(/^!?(?:\.\/)?/, '');
      if (!isWithin(move.from, bare)) return [];
      const end = match.index + match[0].indexOf(value) + value.length;
      const start = end - bare.length;
      const isEscaped = /["'\\\n]/.test(move.to);
      return isEscaped ? [] : [{ path, start, end, text: relocated(move, bare) }];
    });
  });
}
