import { pathToFileURL } from 'node:url';
import type { ConfigHost } from './types.js';

export type Imported =
  | { readonly main: unknown }
  /** What the module threw, and where in itself, if it says so. */
  | { readonly fault: string; readonly line?: number; readonly column?: number };

/** The default export of a module. */
export async function importModule(path: string, host: ConfigHost): Promise<Imported> {
  try {
    const { default: main } = await host.importModule(path);
    // A CommonJS module that was compiled from an ES module has its default one level down.
    return { main: isTranspiled(main) ? main.default : main };
  } catch (error) {
    return { fault: describe(error), ...placeIn(path, error) };
  }
}

function isTranspiled(value: unknown): value is { readonly default: unknown } {
  return typeof value === 'object' && value !== null && '__esModule' in value && 'default' in value;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return `It throws \`${String(error)}\`.`;
  const [line = ''] = error.message.split('\n');
  return `${error.name}: ${line}${/[.!?]$/.test(line) ? '' : '.'}`;
}

/** The topmost place of the module itself in the stack of what it threw. */
function placeIn(path: string, error: unknown): { line: number; column: number } | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  for (const name of [pathToFileURL(path).href, path]) {
    const at = stack.indexOf(`${name}:`);
    if (at < 0) continue;
    const behind = stack.slice(at + name.length + 1, at + name.length + 30);
    const [, line, column] = /^(\d+):(\d+)/.exec(behind) ?? [];
    if (line && column) return { line: Number(line), column: Number(column) };
  }
  return undefined;
}
