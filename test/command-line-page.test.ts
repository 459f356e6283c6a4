import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { program } from '../src/cli/program.js';
import { startWatch } from '../src/cli/start-watch.js';

const page = readFileSync(new URL('../docs/command-line.md', import.meta.url), 'utf8');
const spans = [...page.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span as string);
const root = program(startWatch());

describe('docs/command-line.md', () => {
  it.each(root.commands.map((command) => [command.name(), command] as const))('has %s', (name, command) => {
    const given = command.registeredArguments.map((argument) => {
      const words = argument.variadic ? `${argument.name()}...` : argument.name();
      return argument.required ? ` <${words}>` : ` [${words}]`;
    });
    expect(spans).toContain(`docs-lint ${name}${given.join('')}`);
    const long = command.options.map((option) => option.long as string);
    const known = spans.map((span) => span.replace(/[ [].*/, ''));
    expect(long.filter((flag) => !known.includes(flag))).toEqual([]);
  });

  it('has no option that is not there', () => {
    const known = [root, ...root.commands].flatMap(({ options }) => options.map(({ long }) => long));
    const named = spans.map((span) => span.replace(/[ [].*/, '')).filter((span) => span.startsWith('--'));
    expect(named.filter((flag) => flag !== '--help' && !known.includes(flag))).toEqual([]);
  });
});
