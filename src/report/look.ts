import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Chalk } from 'chalk';
import type { Path } from '../model.js';
import type { ReportContext, Terminal } from './format.js';
import { type Source, sourceOf } from './frame.js';
import { safeTerminal } from './safe.js';

/** How text for people looks in one terminal. What it is given must be safe text already, paths excepted. */
export interface Look {
  readonly width: number;
  readonly error: Paint;
  readonly warning: Paint;
  readonly good: Paint;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly second: Paint;
  /** Colours what stands in backticks and leaves them there. */
  prose(text: string): string;
  /** `path:line:column` of any path, a hyperlink to the file. */
  place(path: Path, line?: number, column?: number): string;
  link(text: string, url: string | undefined): string;
  /** Read once for each file. */
  source(path: Path): Source | undefined;
}

type Paint = (text: string) => string;

/** Without a root there are no hyperlinks to files, without texts no code frames. */
export function lookOf(context: Terminal & Partial<Pick<ReportContext, 'root' | 'text'>>): Look {
  const chalk = new Chalk({ level: context.color });
  const sources = new Map<Path, Source | undefined>();
  const look: Look = {
    width: Math.min(Math.max(Math.floor(context.width) || 80, 20), 1000),
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
    good: chalk.green,
    strong: chalk.bold,
    faint: chalk.dim,
    second: chalk.cyan,
    prose: (text) =>
      text.replace(/`[^`]+`/g, (code) =>
        code
          .split('\n')
          .map((part) => chalk.cyan(part))
          .join('\n'),
      ),
    place(path, line, column) {
      const position = [line, column].map((number) => (number === undefined ? '' : `:${number}`)).join('');
      const url = context.root === undefined ? undefined : pathToFileURL(resolve(context.root, path)).href;
      return look.link(safeTerminal(path) + chalk.bold(position), url);
    },
    link(text, url) {
      const works = context.color > 0 && context.hyperlinks && url !== undefined && /^[!-~]+$/.test(url);
      return works ? `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\` : text;
    },
    source(path) {
      if (!sources.has(path)) {
        const text = context.text?.(path);
        sources.set(path, text === undefined ? undefined : sourceOf(text));
      }
      return sources.get(path);
    },
  };
  return look;
}
