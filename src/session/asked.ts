import { relative, resolve, sep } from 'node:path';
import type { Json, Setting } from '../model.js';
import type { LintOptions } from './lint.js';

/** What of a run's options says what is checked, in a form that another machine can take up. */
export function asked({ cwd = process.cwd(), ...options }: LintOptions): Json {
  const portable = (path: string): string => relative(cwd, resolve(cwd, path)).split(sep).join('/') || '.';
  return {
    paths: (options.paths ?? []).map(portable).sort(),
    ...(options.config === undefined ? {} : { config: portable(options.config) }),
    rules: [...(options.rules ?? [])].map(([id, setting]) => [id, setting]),
    only: [...(options.only ?? [])].sort(),
    allowUnmatched: options.allowUnmatched ?? false,
  };
}

type Asked = Omit<LintOptions, 'rules'> & { readonly rules: readonly (readonly [string, Setting])[] };

/** The options that `asked` wrote. */
export function optionsAsked(json: Json): LintOptions {
  const { rules, ...rest } = json as unknown as Asked;
  return { ...rest, rules: new Map(rules) };
}
