import { beginnings } from './beginnings.js';
import { braces } from './braces.js';
import { methods } from './methods.js';
import { outlineOf } from './outline.js';
import { python } from './python.js';
import type { Grammar, Lines, Outline } from './symbol.js';

const braced = new Set(
  'ts tsx mts cts js jsx mjs cjs go rs java kt kts swift scala dart c h cc cpp cxx hh hpp hxx m mm cs php proto graphql gql tf hcl'.split(
    ' ',
  ),
);

type Found =
  /** With what stands before the declaration and without, the most likely first. */
  { readonly ranges: readonly Lines[] } | { readonly message: string };

/** The lines that declare a name, or a dotted name within what its first part declares. */
export function findSymbol(text: string, path: string, symbol: string): Found {
  const grammar = grammarOf(path);
  if (!grammar) return { message: `Declarations in ${path} are not read. Name lines or a region.` };
  const names = symbol.split('.');
  if (!names.every((name) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)))
    return { message: `\`${symbol}\` is no name. Name a declaration, as in \`Type.method\`.` };
  const outline = outlineOf(text, path);
  if (!outline) return { message: `The brackets of ${path} cannot be told apart. Name lines or a region.` };
  const places = declarations(outline, path, names, grammar);
  const [line, ...others] = places;
  if (line === undefined) {
    return { message: `${path} declares no \`${symbol}\`. Correct the name, or name lines or a region.` };
  }
  if (others.length > 0) {
    const shown = [line, others[0]].map((place) => `${path}:${place}`);
    const more = others.length > 1 ? `, and ${others.length - 1} times more` : '';
    return { message: `\`${symbol}\` is declared at ${shown.join(' and ')}${more}. Name lines or a region.` };
  }
  const end = grammar.end(outline, line);
  if (end === undefined) {
    return { message: `Where \`${symbol}\` ends in ${path} cannot be told. Name lines or a region.` };
  }
  return { ranges: [...new Set(beginnings(outline, line))].map((from) => [from, end] as const) };
}

/** The lines that declare the last of some names within what the names before it declare. */
function declarations(
  outline: Outline,
  path: string,
  names: readonly string[],
  grammar: Grammar,
): readonly number[] {
  const all: Lines = [1, outline.lines.length];
  let within: readonly Lines[] = [all];
  let lines: readonly number[] = [];
  for (const name of names) {
    lines = within.flatMap((range) => grammar.declared(outline, name, range));
    within = lines.flatMap((line): Lines[] => {
      const end = grammar.end(outline, line);
      return end === undefined || end === line ? [] : [[line + 1, end]];
    });
  }
  const [type, name] = names;
  if (lines.length > 0 || names.length !== 2 || type === undefined || name === undefined) return lines;
  return methods(outline, path, type, name).flatMap(({ line, within }) =>
    within ? grammar.declared(outline, name, [line + 1, grammar.end(outline, line) ?? line]) : [line],
  );
}

function grammarOf(path: string): Grammar | undefined {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (extension === 'py' || extension === 'pyi') return python;
  return braced.has(extension) ? braces : undefined;
}
