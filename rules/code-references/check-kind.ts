import { at, code, type Path, type Project, type ProjectFinding, type Where } from '../../src/rule.js';
import { exemptionsOf } from './exemptions.js';
import type { Found, Mention, ReferenceFacts } from './facts.js';
import { kindOf } from './kinds/index.js';
import type { Known } from './kinds/kind.js';
import { nothingIn, nothingOn, wrongOptions } from './nothing-found.js';
import type { ExemptOption, KindOption } from './options.js';
import { isNamed } from './source-files.js';
import { undocumented } from './undocumented.js';
import { unknownName } from './unknown-name.js';

type Facts = ReadonlyMap<Path, ReferenceFacts>;

/** Every disagreement between docs and code on the names of one kind. */
export function* checkKind(
  project: Project,
  [id, option]: readonly [string, KindOption],
  facts: Facts,
  where: Where,
): Generator<ProjectFinding> {
  const pointer = `/kinds/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const kind = kindOf(id, option);
  const own = where('').path;
  const read = [...facts].flatMap(([path, one]) =>
    one.kind === 'source' && path !== own ? [[path, one] as const] : [],
  );
  const paths = read.map(([path]) => path);
  const wrong = [...wrongOptions(project, paths, kind, option, pointer, where)];
  yield* wrong;
  if ('wrong' in kind || wrong.length > 0) return;
  const isSource = isNamed(option.sources);
  const isDeclaring = isNamed(option.declared?.sources ?? option.sources);
  const files = read.flatMap(([path, { found }]): [Path, Found][] => {
    const its = isSource(path) || isDeclaring(path) ? found[id] : undefined;
    return its ? [[path, its]] : [];
  });
  const known = kind.link(files);
  const mentions = mentionsOn(project, facts, id);
  const missing = [...nothingIn(kind, known, files, option, pointer, where)];
  if (mentions.length === 0) missing.push(nothingOn(kind, pointer, where));
  yield* missing;
  if (missing.length > 0) return;
  const exempt = exemptionsOf(option.exempt ?? [], pointer, where);
  for (const [path, mention] of mentions) {
    if (known.has(mention) || exempt.has(mention.name, 'docs')) continue;
    yield unknownName(project, kind, path, mention, known.meant(mention));
  }
  if (option.declared) yield* undocumented(project, kind, files, namesOn(project, facts, id), exempt);
  for (const { option: one, at: place } of exempt.unused()) {
    yield {
      code: 'unused-exemption',
      ...place,
      message: notNeeded(project, one, known, mentions),
    };
  }
}

function mentionsOn(project: Project, facts: Facts, id: string): (readonly [Path, Mention])[] {
  return project.pages.flatMap((path) => {
    const page = facts.get(path);
    return page?.kind === 'page' ? (page.mentions[id] ?? []).map((one) => [path, one] as const) : [];
  });
}

function namesOn(project: Project, facts: Facts, id: string): ReadonlySet<string> {
  return new Set(
    project.pages.flatMap((path) => {
      const page = facts.get(path);
      return page?.kind === 'page' ? (page.named[id] ?? []) : [];
    }),
  );
}

/** Why an exemption exempted nothing. */
function notNeeded(
  project: Project,
  { value, side }: ExemptOption,
  known: Known,
  mentions: readonly (readonly [Path, Mention])[],
): string {
  const lead = `The exemption of ${code(value)} is not needed:`;
  if (value.includes('*')) return `${lead} nothing needs it. Remove it.`;
  const found = mentions.find(([, { name }]) => name === value);
  if (!found) {
    const isInCode = side !== 'docs' && known.has({ name: value, span: [0, 0] });
    return `${lead} ${isInCode ? 'the code has it, and that is no problem' : 'no page mentions it'}. Remove it.`;
  }
  const [path, mention] = found;
  const why = known.has(mention) ? 'the code has it' : 'it is for the other side';
  return `${lead} ${at(project, path, mention.span)} mentions it, and ${why}. Remove it.`;
}
