import { graphFormats } from '../report/graph.js';
import { graph } from '../session/graph.js';

/** Prints the link graph of a tree. */
export async function graphCommand(
  paths: readonly string[],
  { format, config }: { readonly format: string; readonly config?: string },
): Promise<void> {
  const found = await graph({ paths, ...(config === undefined ? {} : { config }) });
  process.stdout.write(graphFormats.get(format)?.(found) ?? '');
}
