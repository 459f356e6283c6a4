import { basename, dirname, extname, resolve } from 'node:path';
import type { Issue } from '../errors.js';
import type { Rule } from '../rule.js';
import { checkRule } from './check-rule.js';
import { exists } from './find.js';
import { importModule } from './import-module.js';
import { isPathName, issueIn, memberOf } from './layers.js';
import { pointer as pointerOf } from './pointer.js';
import type { ConfigHost, Layer } from './types.js';
import { code } from './words.js';

/** Ids stand in comments, as `rule/code`, and on the command line, as `rule=error`. */
const idForm = /^[A-Za-z0-9][\w.-]*$/;

/**
 * The rules of every plugin that the layers name. A module's default export is one rule, whose id is the name
 * of the file; or a record of rules by id; or an array of
 * rules that have an `id`. Adds what is wrong to `issues`.
 */
export async function loadPlugins(
  layers: readonly Layer[],
  builtIn: ReadonlyMap<string, Rule>,
  host: ConfigHost,
  issues: Issue[],
): Promise<ReadonlyMap<string, Rule>> {
  const rules = new Map<string, Rule>();
  const loaded = new Set<string>();
  for (const layer of layers) {
    const names = memberOf(layer.parsed.value, 'plugins');
    for (const [index, name] of (Array.isArray(names) ? names : []).entries()) {
      if (typeof name !== 'string' || name === '') continue;
      const report = (message: string): void =>
        void issues.push(issueIn(layer, pointerOf('plugins', index), message));
      const path = find(name, dirname(layer.parsed.path), host);
      if (path === undefined) {
        const isPath = isPathName(name);
        report(
          isPath
            ? `There is no file ${code(name)}. Its path counts from this config.`
            : `There is no installed package ${code(name)}. A path starts with \`./\`.`,
        );
        continue;
      }
      if (loaded.has(path)) continue;
      loaded.add(path);
      for (const [id, rule] of await load(path, name, host, report)) {
        const rival = builtIn.has(id)
          ? 'of docs-lint itself'
          : rules.has(id)
            ? 'of another plugin'
            : undefined;
        if (rival)
          report(
            `The plugin ${code(name)} has a rule ${code(id)}, which is the name of a rule ${rival}. Rename it.`,
          );
        else rules.set(id, rule);
      }
    }
  }
  return rules;
}

function find(name: string, directory: string, host: ConfigHost): string | undefined {
  if (!isPathName(name)) return host.resolvePackage(name, directory);
  const path = resolve(directory, name);
  return exists(path, host) ? path : undefined;
}

async function load(
  path: string,
  name: string,
  host: ConfigHost,
  report: (message: string) => void,
): Promise<ReadonlyMap<string, Rule>> {
  const rules = new Map<string, Rule>();
  const imported = await importModule(path, host);
  if ('fault' in imported) {
    const line = imported.line === undefined ? '' : ` (line ${imported.line})`;
    report(`The plugin ${code(name)} cannot be loaded. ${imported.fault.replace(/\.$/, `${line}.`)}`);
    return rules;
  }
  const found = candidates(path, imported.main);
  for (const [id, rule] of found) {
    const wrong = idForm.test(id)
      ? checkRule(rule)
      : ['its id may have letters, digits, `-`, `_` and `.` alone'];
    if (wrong.length === 0) wrong.push(...(await optionsFault(rule as Rule)));
    if (wrong.length === 0) rules.set(id, rule as Rule);
    else report(`The rule ${code(id)} of the plugin ${code(name)} is not complete: ${wrong.join('; ')}.`);
  }
  if (found.length === 0) {
    report(
      `The plugin ${code(name)} has no rules. Its default export is a rule, or an object of rules by id.`,
    );
  }
  return rules;
}

async function optionsFault({ options }: Rule): Promise<string[]> {
  if (!options) return [];
  const { schemaFault } = await import('./validate.js');
  const fault = schemaFault(options);
  return fault === undefined ? [] : [`its \`options\` are no JSON Schema: ${fault}`];
}

function candidates(path: string, main: unknown): (readonly [id: string, rule: unknown])[] {
  if (typeof main !== 'object' || main === null) return [];
  if (Array.isArray(main)) {
    return main.flatMap((one) => (isRule(one) ? [[String(one.id), one] as const] : candidates(path, one)));
  }
  return isRule(main) ? [[idOf(path), main]] : Object.entries(main);
}

/** By the keys that a rule has and an object of rules has not: what is wrong with it is said later. */
function isRule(value: unknown): value is { readonly id?: unknown } {
  return typeof value === 'object' && value !== null && ('check' in value || 'scope' in value);
}

function idOf(path: string): string {
  const name = basename(path, extname(path));
  return name === 'index' ? basename(dirname(path)) : name;
}
