import type { Root } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import type { Syntax } from './parse.js';
import { attempt, tooDeep } from './parse-bounded.js';
import { deepestPlace } from './parse-mdast-depth.js';
import { repairMdast } from './parse-mdast-repair.js';

const matters = ['yaml', 'toml'] as const;

const fromGfm = gfmFromMarkdown();

interface Part {
  readonly extensions: NonNullable<Options['extensions']>;
  readonly mdastExtensions: NonNullable<Options['mdastExtensions']>;
}

/** Parts of a grammar, each with what makes nodes of it. */
const parts: Readonly<Record<'gfm' | 'frontmatter' | 'mdx', Part>> = {
  gfm: {
    extensions: [gfm()],
    mdastExtensions: fromGfm.map((extension) => ({ ...extension, transforms: [] })),
  },
  frontmatter: {
    extensions: [frontmatter([...matters])],
    mdastExtensions: [frontmatterFromMarkdown([...matters])],
  },
  mdx: { extensions: [mdxjs({ addResult: false })], mdastExtensions: [mdxFromMarkdown()] },
};

/** mdast-util-from-markdown, with its slips mended. */
export function parseMdast(text: string, syntax: Syntax): Root {
  const deep = deepestPlace(text);
  if (deep !== undefined) throw tooDeep(text, deep);
  const used = [parts.gfm];
  if (hasFrontMatter(text)) used.push(parts.frontmatter);
  if (syntax === 'mdx') used.push(parts.mdx);
  const options: Options = {
    extensions: used.flatMap((part) => part.extensions),
    mdastExtensions: used.flatMap((part) => part.mdastExtensions),
  };
  const root = attempt(text, syntax, () => fromMarkdown(text, options));
  return repairMdast(root, text, findUrls);
}

/** What makes links of bare URLs after the parse. */
function findUrls(root: Root): void {
  for (const { transforms = [] } of fromGfm) for (const transform of transforms ?? []) transform(root);
}

const opening = /^(---|\+\+\+)[ \t]*(?:\r\n?|\n)/;

/** An opening fence without its closing one would keep micromark from every list and quote of the page. */
function hasFrontMatter(text: string): boolean {
  const open = opening.exec(text);
  if (!open) return false;
  const close = open[1] === '---' ? /^---[ \t]*$/gm : /^\+\+\+[ \t]*$/gm;
  close.lastIndex = open[0].length;
  return close.test(text);
}
