import type { Rule as LibraryRule, MarkdownItFactory } from 'markdownlint';
import type { Json } from '../../src/rule.js';
import { type CodeRef, importCode } from './import-code.js';

/** The code that settings bring in, by where it is: it is imported in every thread. */
export type PageCode = {
  /** Each a rule of the library, or rules in arrays. */
  readonly rules: readonly CodeRef[];
  /** Plugins of markdown-it, each with what it is given. */
  readonly plugins: readonly { readonly plugin: CodeRef; readonly given: readonly Json[] | CodeRef }[];
  /** Where markdown-it is, for rules that want its tokens. */
  readonly markdownIt?: CodeRef;
};

type MakeMarkdownIt = (options: object) => ReturnType<MarkdownItFactory> & { use(...plugin: Plugin): void };
type Plugin = readonly [plugin: unknown, ...given: readonly unknown[]];

/** The same, imported. */
export interface Imported {
  readonly customRules: LibraryRule[];
  /** Makes a markdown-it with the plugins. */
  readonly markdownItFactory?: MarkdownItFactory;
}

/** Throws what a module throws. */
export async function importAll({ rules, plugins, markdownIt }: PageCode): Promise<Imported> {
  const found = (await Promise.all(rules.map(importCode))).flat(9) as LibraryRule[];
  const customRules = found.filter((rule) => !rule?.asynchronous).map(guarded);
  if (!markdownIt) return { customRules };
  const make = (await importCode(markdownIt)) as MakeMarkdownIt;
  const uses = await Promise.all(
    plugins.map(async ({ plugin, given }): Promise<Plugin> => {
      const rest = isRef(given) ? ((await importCode(given)) as unknown[]).slice(1) : given;
      return [await importCode(plugin), ...rest];
    }),
  );
  return {
    customRules,
    markdownItFactory: () => {
      const made = make({ html: true });
      for (const use of uses) made.use(...use);
      return made;
    },
  };
}

function isRef(given: readonly Json[] | CodeRef): given is CodeRef {
  return !Array.isArray(given);
}

/** The library does not wait for a rule that does not say that it has to; what goes wrong in it then is nobody's. */
function guarded(rule: LibraryRule): LibraryRule {
  if (typeof rule?.function !== 'function') return rule;
  return {
    ...rule,
    function: (params, onError) => {
      const returned: unknown = rule.function(params, onError);
      if (returned instanceof Promise) returned.catch(() => {});
    },
  };
}
