import type { Terminal } from './format.js';
import { lookOf } from './look.js';
import { safeLines, safeTerminal } from './safe.js';

/** An exception that nobody expected. */
export interface Crash {
  /** From the outermost to the innermost; empty where nobody knows. */
  readonly steps: readonly { readonly phase: string; readonly rule?: string; readonly path?: string }[];
  readonly stack: string;
  /** Versions and the system. */
  readonly surroundings: string;
  /** The command line without the program. */
  readonly given: readonly string[];
}

const phases: Readonly<Record<string, string>> = {
  config: 'loading rules and the config',
  find: 'looking for pages',
  read: 'reading',
  parse: 'parsing',
  facts: 'collecting links and anchors of',
  links: 'working out where links lead',
  report: 'writing the report',
};

/** What to report of a crash, what docs-lint was doing, and how to go on without it. Ends with a line end. */
export function renderCrash({ steps, stack, surroundings, given }: Crash, terminal: Terminal): string {
  const look = lookOf(terminal);
  const rule = steps.findLast((step) => step.rule !== undefined)?.rule;
  const path = steps.findLast((step) => step.path !== undefined)?.path;
  const rows = [
    ['doing', doing(steps.at(-1), rule, path)],
    ['command', ['docs-lint', ...given.map(quoted)].join(' ')],
    ['version', surroundings],
  ].map(([name = '', what = '']) => `  ${look.faint(name.padEnd(7))}  ${safeTerminal(what)}`);
  const ways = [
    ...(rule === undefined ? [] : [`\`--rule ${rule}=off\` leaves the rule out`]),
    ...(path === undefined
      ? []
      : [`\`"exclude": [${JSON.stringify(path)}]\` in the config leaves the page out`]),
  ];
  return safeLines([
    `${look.error('docs-lint crashed.')} This is a bug of docs-lint, not of your documentation: nothing was checked to its end.`,
    'Please report it with all that follows, and with the page if you can share it.',
    '',
    ...rows,
    '',
    ...stack.split('\n').map((line) => `  ${safeTerminal(line)}`),
    ...(ways.length === 0 ? [] : ['', look.prose(safeTerminal(`Until it is mended, ${ways.join('; ')}.`))]),
  ]);
}

function doing(step: Crash['steps'][number] | undefined, rule?: string, path?: string): string {
  if (!step) return 'nothing that is known';
  const by = rule === undefined ? [] : [`rule ${rule}`];
  if (step.phase === 'rule') return [...by, ...(path === undefined ? [] : [`on ${path}`])].join(' ');
  const what = [phases[step.phase] ?? step.phase, ...(path === undefined ? [] : [path])].join(' ');
  return [what, ...by.map((name) => `for ${name}`)].join(', ');
}

/** As a shell takes it. */
function quoted(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
