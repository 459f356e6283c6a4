import type { Command } from 'commander';
import { loadRules } from '../engine/registry.js';
import { formats } from '../report/formats.js';
import { bash } from './completions/bash.js';
import { commandTree, type Shape, type Values } from './completions/command-tree.js';
import { fish } from './completions/fish.js';
import { powershell } from './completions/powershell.js';
import type { Shell } from './completions/shells.js';
import { zsh } from './completions/zsh.js';

const scripts: Readonly<Record<Shell, (shape: Shape) => string>> = { bash, zsh, fish, powershell };

/** Prints a script that completes this command line, rules and formats included. Nothing is run for a completion. */
export async function completionsCommand(shell: Shell, root: Command): Promise<void> {
  const rules = await loadRules();
  const ids = [...rules.keys()];
  const codes = [...rules].flatMap(([id, rule]) => Object.keys(rule.codes).map((code) => `${id}/${code}`));
  const values = new Map<string, Values>([
    ['paths', 'files'],
    ['files', 'files'],
    ['from', 'files'],
    ['page#anchor', 'files'],
    ['rule', [...ids, ...codes]],
    ['--only', ids],
    ['--rule', ids],
    ['--format', [...formats.keys()]],
    ['--config', 'files'],
    ['--stdin-filename', 'files'],
    ['--print-config', 'files'],
    ['--shard-file', 'files'],
    ['--cache-dir', 'directories'],
  ]);
  process.stdout.write(scripts[shell](commandTree(root, values)));
}
