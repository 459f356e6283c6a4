import { at, code, type Path, type Project, type ProjectFinding } from '../../src/rule.js';
import type { Mention } from './facts.js';
import type { Kind, Meant } from './kinds/kind.js';

/** Says that the code does not have a name, and what may have been meant. */
export function unknownName(
  project: Project,
  { title, lead = '' }: Kind,
  path: Path,
  { name, span, isBeginning }: Mention,
  meant: Meant | undefined,
): ProjectFinding {
  const start = isBeginning
    ? `No ${title} in the code begins with ${code(lead + name)}.`
    : `No ${title} ${code(lead + name)} in the code.`;
  const base = { code: 'unknown-name', path, span };
  if (!meant) return { ...base, message: `${start} Correct or remove it, or exempt it with a reason.` };
  const { place, write, isSure } = meant;
  return {
    ...base,
    message: `${start} Did you mean ${code(lead + meant.name)}, as at ${at(project, place.path, place.span)}?`,
    related: [{ ...place, message: `${code(lead + meant.name)} is here` }],
    target: place.path,
    ...(write === undefined
      ? {}
      : {
          fix: {
            safe: isSure,
            description: `Write ${code(lead + write)}`,
            edits: [{ path, start: span[0], end: span[1], text: write }],
          },
        }),
  };
}
