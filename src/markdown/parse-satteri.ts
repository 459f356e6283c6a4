import type { Root } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';
import type { Syntax } from './parse.js';
import { attempt } from './parse-bounded.js';
import { reveal } from './parse-conceal.js';
import { guard } from './parse-guard.js';
import { inspect } from './parse-inspect.js';
import { hide, revive } from './parse-satteri-repair.js';

const options = { features: { gfm: true, frontmatter: true } };

function native(text: string, syntax: Syntax): Root {
  return attempt(text, syntax, () => {
    return (syntax === 'mdx' ? mdxToMdast(text, options) : markdownToMdast(text, options)) as Root;
  });
}

/** satteri, with its slips mended. */
export function parseSatteri(text: string, syntax: Syntax): Root {
  guard(text, (skeleton) => native(skeleton, 'md'));
  const root = native(text, syntax);
  const slips = inspect(root, text);
  if (slips.length === 0) return root;
  const hidden = hide(text, slips);
  if (!hidden) return root;
  const again = native(hidden.text, syntax);
  inspect(again, text);
  revive(again, hidden, (fragment) => native(fragment, 'md'));
  reveal(again, hidden.originals);
  return again;
}
