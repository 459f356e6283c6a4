import { code, type Project, type ProjectFinding } from '../../src/rule.js';
import type { Exemptions } from './exemptions.js';
import type { FoundFiles, Kind } from './kinds/kind.js';

/** The names that the code declares and no page holds, each at its first place. */
export function* undocumented(
  project: Project,
  kind: Kind,
  files: FoundFiles,
  named: ReadonlySet<string>,
  exempt: Exemptions,
): Generator<ProjectFinding> {
  const isDocumented = kind.documented(named);
  const seen = new Set<string>();
  for (const [path, { declared = [] }] of files) {
    for (const [name, start, end] of declared) {
      if (seen.has(name)) continue;
      seen.add(name);
      if (isDocumented(name) || exempt.has(name, 'code')) continue;
      const pages = project.roots.map((root) => code(root || '.')).join(' or ');
      yield {
        code: 'undocumented',
        path,
        span: [start, end],
        message: `No page below ${pages} mentions the ${kind.title} ${code((kind.lead ?? '') + name)}. Document it, or exempt it with a reason.`,
      };
    }
  }
}
