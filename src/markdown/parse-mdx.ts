import type { Html, Nodes, Root } from 'mdast';
import { UserError } from '../errors.js';
import type { Span } from '../model.js';
import { walk } from '../walk.js';
import type { Engine } from './parse.js';
import { replaceAt, reveal, standIns } from './parse-conceal.js';
import { isCostlyMdx } from './parse-mdx-cost.js';
import { mdxError } from './parse-mdx-error.js';
import { type MdxMarks, scanMdx } from './parse-mdx-scan.js';

/** A page as MDX, or as Markdown when it is not valid MDX. */
export function parseMdx(text: string, engine: Engine): Root {
  const marks = scanMdx(text);
  try {
    if (isCostlyMdx(text)) throw new Error('The page has too many expressions and tags to be read as MDX.');
    return strict(text, marks, engine);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const root = engine(replaceAt(text, expressionsAsComments(text, marks.expressions)), 'md');
    root.data = { ...root.data, mdxError: mdxError(error) };
    return root;
  }
}

/** MDX proper, from a text of the same length in which what it does not know is hidden from it. */
function strict(text: string, marks: MdxMarks, engine: Engine): Root {
  if (marks.comments.length + marks.ids.length === 0) return engine(text, 'mdx');
  const stand = standIns(text, '{}/');
  if (!stand) return engine(text, 'mdx');
  const parse = (comments: readonly Span[]): { root: Root; found: Span[] } => {
    const hidden = new Map<number, string>();
    for (const span of comments) hideComment(text, span, stand.get('/') as string, hidden);
    for (const [start, end] of marks.ids) {
      hidden.set(start, stand.get('{') as string);
      hidden.set(end - 1, stand.get('}') as string);
    }
    const root = engine(replaceAt(text, hidden), 'mdx');
    return { root, found: commentsToHtml(root, comments) };
  };
  let { root, found } = parse(marks.comments);
  // The others stand in code, in a string or in an attribute, where they must be left as they are.
  if (found.length < marks.comments.length) root = parse(found).root;
  reveal(root, new Map([...stand].map(([original, character]) => [character, original])));
  return root;
}

/** `<!-- c -->` becomes the expression `{/*  c *\/}`, of the same length. */
function hideComment(text: string, [start, end]: Span, slash: string, into: Map<number, string>): void {
  for (const [index, character] of [...'{/* '].entries()) into.set(start + index, character);
  for (const [index, character] of [...'*/}'].entries()) into.set(end - 3 + index, character);
  for (let at = text.indexOf('*/', start + 4); at >= 0 && at < end - 3; at = text.indexOf('*/', at + 1))
    into.set(at + 1, slash);
}

/** Makes `html` nodes of the expressions that stand for comments. Returns the comments that have become one. */
function commentsToHtml(root: Root, comments: readonly Span[]): Span[] {
  const ends = new Map(comments);
  const found: Span[] = [];
  walk(root, (node) => {
    if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return undefined;
    const start = node.position?.start.offset ?? -1;
    if (ends.get(start) !== node.position?.end.offset) return undefined;
    found.push([start, ends.get(start) as number]);
    const html: Html = { type: 'html', value: `<!--${node.value.slice(3, -2)}-->` };
    Object.assign<Nodes, Html>(node, html);
    return undefined;
  });
  return found;
}

/** For a page that is read as Markdown: `{/* c *\/}` becomes `<!--c -->`, of the same length, where it can. */
function expressionsAsComments(text: string, expressions: readonly Span[]): ReadonlyMap<number, string> {
  const shown = new Map<number, string>();
  for (const [start, end] of expressions) {
    if (!/^[ \t]$/.test(text[start + 3] as string) || text.slice(start, end).includes('-->')) continue;
    for (const [index, character] of [...'<!--'].entries()) shown.set(start + index, character);
    for (const [index, character] of [...'-->'].entries()) shown.set(end - 3 + index, character);
  }
  return shown;
}
