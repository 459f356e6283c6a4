import type { Root } from 'mdast';
import type { Options } from 'mdast-util-from-markdown';
import type { Engine } from './parse.js';
import { attempt, tooDeep } from './parse-bounded.js';
import { deepestPlace } from './parse-mdast-depth.js';
import { repairMdast } from './parse-mdast-repair.js';

interface Part {
  readonly extensions: NonNullable<Options['extensions']>;
  readonly mdastExtensions: NonNullable<Options['mdastExtensions']>;
}

/** mdast-util-from-markdown, with its slips mended. */
export async function loadMdast(): Promise<Engine> {
  const { fromMarkdown, fromGfm, parts } = await loadParts();

  /** What makes links of bare URLs after the parse. */
  function findUrls(root: Root): void {
    for (const { transforms = [] } of fromGfm) for (const transform of transforms ?? []) transform(root);
  }

  return (text, syntax) => {
    const deep = deepestPlace(text);
    if (deep !== undefined) throw tooDeep(text, deep);
    const used: Part[] = [parts.gfm];
    if (hasFrontMatter(text)) used.push(parts.frontmatter);
    if (syntax === 'mdx') used.push(parts.mdx);
    const options: Options = {
      extensions: used.flatMap((part) => part.extensions),
      mdastExtensions: used.flatMap((part) => part.mdastExtensions),
    };
    const root = attempt(text, syntax, () => fromMarkdown(text, options));
    return repairMdast(root, text, findUrls);
  };
}

/** The parser, and the parts of a grammar, each with what makes nodes of it. */
async function loadParts() {
  const [markdown, matter, gfm, mdx, matterSyntax, gfmSyntax, mdxSyntax] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('mdast-util-frontmatter'),
    import('mdast-util-gfm'),
    import('mdast-util-mdx'),
    import('micromark-extension-frontmatter'),
    import('micromark-extension-gfm'),
    import('micromark-extension-mdxjs'),
  ]);
  const matters: ('yaml' | 'toml')[] = ['yaml', 'toml'];
  const fromGfm = gfm.gfmFromMarkdown();
  const parts = {
    gfm: {
      extensions: [gfmSyntax.gfm()],
      mdastExtensions: fromGfm.map((extension) => ({ ...extension, transforms: [] })),
    },
    frontmatter: {
      extensions: [matterSyntax.frontmatter(matters)],
      mdastExtensions: [matter.frontmatterFromMarkdown(matters)],
    },
    mdx: {
      extensions: [mdxSyntax.mdxjs({ addResult: false })],
      mdastExtensions: [mdx.mdxFromMarkdown()],
    },
  } satisfies Record<string, Part>;
  return { fromMarkdown: markdown.fromMarkdown, fromGfm, parts };
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
