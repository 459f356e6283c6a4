import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';

/** A line that is YAML whatever stands around it: spares the parser on nearly every page. */
const simpleLine =
  /^(?:\s*#.*|\s*|[A-Za-z_][\w.-]*:(?:[ ]+(?:[^\s'"[\]{}&*!|>%@`#:?,-][^:#'"[\]{}\t]*|"[^"\\\t]*"|'[^'\t]*'|\[(?:"[^"\\\t]*"|[\w .,-])*\]))?[ ]*|[ ]*- (?:"[^"\\\t]*"|[A-Za-z][\w .-]*)[ ]*)$/;
const load = createRequire(import.meta.url);

/**
 * The first mistake in YAML front matter; undefined when there is none, when it is a template that a
 * generator fills in first, when it is a matter of indentation that generators let pass, or when the block between two rulers is no front matter at all.
 */
export function frontMatterFault(
  value: string,
): { readonly offset: number; readonly message: string } | undefined {
  const lines = value.split(/\r?\n/);
  if (lines.every((line) => simpleLine.test(line))) return undefined;
  if (/\{\{|\{%|<%/.test(value) || !/^\s*(?:#.*\s*)*["']?[\w.-]+["']?\s*:/.test(value)) return undefined;
  const { parseDocument } = load('yaml') as typeof Yaml;
  const { errors } = parseDocument(value, {
    uniqueKeys: false,
    strict: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const error = errors.find(({ code }) => code !== 'BAD_INDENT');
  if (!error) return undefined;
  return {
    offset: error.pos[0],
    message: `The front matter is not valid YAML: ${firstSentence(error.message)}`,
  };
}

function firstSentence(message: string): string {
  const line = (message.split('\n')[0] as string).replace(/[.:]?\s*$/, '');
  return `${line}.`;
}
