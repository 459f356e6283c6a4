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
  const first = lines.find((line) => line.trim() !== '' && !line.trimStart().startsWith('#')) ?? '';
  if (/\{\{|\{%|<%/.test(value) || !/^[ \t]*["']?[\w.-]+["']?[ \t]*:/.test(first)) return undefined;
  const { parseDocument } = load('yaml') as typeof Yaml;
  const fault = (offset: number, reason: string) => ({
    offset,
    message: `The front matter is not valid YAML: ${reason}`,
  });
  try {
    const document = parseDocument(value, {
      uniqueKeys: false,
      strict: false,
      logLevel: 'silent',
      prettyErrors: false,
    });
    const [error] = document.errors;
    const isIndentation = document.errors.some(({ code }) => code === 'BAD_INDENT');
    if (isIndentation && closesBrackets(value)) return undefined;
    if (error && /call stack/i.test(error.message)) return fault(error.pos[0], 'It is nested too deeply.');
    if (error) return fault(error.pos[0], firstSentence(error.message));
    if (document.errors.length === 0 && value.includes('*')) document.toJS({ maxAliasCount: 100 });
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return fault(0, 'It is nested too deeply.');
    return fault(
      Math.max(0, value.indexOf('*')),
      firstSentence(error instanceof Error ? error.message : String(error)),
    );
  }
}

/** A list that goes on at the start of a line is closed, whatever the parser says of its indentation. */
function closesBrackets(value: string): boolean {
  const count = (bracket: string): number => value.split(bracket).length;
  return count('[') === count(']') && count('{') === count('}');
}

function firstSentence(message: string): string {
  const line = (message.split('\n')[0] as string).replace(/[.:]?\s*$/, '');
  return `${line}.`;
}
