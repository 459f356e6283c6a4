import type { Fate, Fix, Path, ProjectFinding } from '../../src/rule.js';
import type { Claim } from './facts.js';
import { type NotFound, writePath } from './find-file.js';

type Judgement = Omit<ProjectFinding, 'path' | 'span' | 'code'>;

/** What should be done about a claim that names a file that is not there. */
export function missingFile(
  page: Path,
  { source }: Claim,
  { wanted, message, near }: NotFound,
  fates: ReadonlyMap<Path, Fate>,
): Judgement {
  if (wanted === undefined) return { message };
  const fate = fates.get(wanted);
  const isMove = fate?.kind === 'moved';
  const start =
    fate?.kind === 'deleted' ? `${message} It was deleted in ${fate.commit} (${fate.date}).` : message;
  const to = isMove ? fate.to : fate ? undefined : near;
  if (to === undefined)
    return { message: `${start} Correct the path, or copy the code from elsewhere.`, target: wanted };
  const advice = isMove ? `It was renamed to \`${to}\`.` : `Did you mean \`${to}\`?`;
  const text = writePath(source.path, page, to);
  const [from, end] = source.pathSpan;
  const fix: Fix = {
    safe: isMove,
    description: `Name ${text}`,
    edits: [{ path: page, start: from, end, text }],
  };
  const canWrite = !/[\s"']/.test(text);
  return { message: `${start} ${advice}`, target: wanted, ...(canWrite ? { fix } : {}) };
}
