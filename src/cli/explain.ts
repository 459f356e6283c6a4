import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RootContent } from 'mdast';
import { loadRules } from '../engine/registry.js';
import { UserError } from '../errors.js';
import { nearest } from '../nearest.js';
import { renderPage } from '../report/page.js';
import { parsePage } from '../session/parse-page.js';
import { pickSections } from './pick-sections.js';
import { terminal } from './terminal.js';
import { packageRoot } from './version.js';

type Rules = Awaited<ReturnType<typeof loadRules>>;

/**
 * Prints the page of a rule, which is its README, or what it has about one code. On a terminal it is laid out; a
 * pipe gets the Markdown as it stands.
 */
export async function explain(name: string): Promise<void> {
  const rules = await loadRules();
  const slash = name.indexOf('/');
  const id = slash < 0 ? name : name.slice(0, slash);
  const code = slash < 0 ? undefined : name.slice(slash + 1);
  const rule = rules.get(id);
  if (!rule) throw unknownRule(name, id, rules);
  const page = readFileSync(join(packageRoot, 'rules', id, 'README.md'), 'utf8');
  if (code === undefined) return print(page);
  const codes = Object.keys(rule.codes);
  if (!codes.includes(code) && rule.mayBeCode?.(code) !== true) {
    const near = nearest(code, codes);
    const advice = near === undefined ? '' : ` Did you mean \`${id}/${near}\`?`;
    throw new UserError(
      `\`${id}\` has no code \`${code}\`.${advice} Its codes: ${codes.map((one) => `\`${one}\``).join(', ')}.`,
    );
  }
  const known = Object.hasOwn(rule.codes, code) ? rule.codes[code] : undefined;
  const { summary, severity = rule.severity } =
    typeof known === 'object' ? known : { summary: known ?? rule.summary };
  const { nodes, more } = pickSections(await parsePage(page), id, code);
  const parts = nodes.map((node) => page.slice(node.position?.start.offset, node.position?.end.offset));
  const rest =
    more === 0
      ? `All about the rule: \`docs-lint explain ${id}\`.`
      : `${more} more ${more === 1 ? 'example' : 'examples'}, and all about the rule: \`docs-lint explain ${id}\`.`;
  const usually = severity === 'warn' ? 'a warning' : severity === 'off' ? 'off' : 'an error';
  const all = [`# ${id}/${code}`, `${summary} By default ${usually}.`, ...parts, rest];
  return print(`${all.join('\n\n')}\n`);
}

async function print(markdown: string): Promise<void> {
  const { stdout } = process;
  const look = terminal(stdout);
  const isLaidOut = stdout.isTTY === true || look.color > 0;
  const nodes: readonly RootContent[] = isLaidOut ? (await parsePage(markdown)).children : [];
  stdout.write(isLaidOut ? renderPage(nodes, look) : markdown);
}

function unknownRule(name: string, id: string, rules: Rules): UserError {
  const owners = [...rules].flatMap(([owner, { codes }]) =>
    Object.hasOwn(codes, name) ? [`${owner}/${name}`] : [],
  );
  const near = owners[0] ?? nearest(id, rules.keys());
  const advice =
    near === undefined ? 'Run `docs-lint rules` for those that there are.' : `Did you mean \`${near}\`?`;
  return new UserError(`There is no rule \`${id}\`. ${advice}`);
}
