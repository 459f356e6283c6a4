import { parentPort } from 'node:worker_threads';
import { UserError } from '../errors.js';
import type { MarkdownDocument } from '../model.js';
import type { FileRule, Rule } from '../rule.js';
import { loadRule } from './registry.js';
import type { Answer, Job } from './share-out.js';

interface Loaded {
  readonly rule: FileRule<unknown, undefined, undefined>;
  readonly library: undefined;
}

const loaded = new Map<string, Promise<Loaded>>();

parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await answer(job)));
parentPort?.postMessage('ready');

async function answer({ id, options, config, rules, ...page }: Job): Promise<Answer> {
  try {
    const known = loaded.get(id) ?? load(id);
    loaded.set(id, known);
    const { rule, library } = await known;
    const given = { config: config as undefined, library, rules };
    await rule.prepare?.(given.config, library);
    return { findings: [...rule.check(documentOf(page), options, given)] };
  } catch (error) {
    if (!(error instanceof UserError)) return { fault: error };
    return { refusal: { message: error.message, ...(error.place ? { place: error.place } : {}) } };
  }
}

async function load(id: string): Promise<Loaded> {
  const rule: Rule = await loadRule(id);
  if (rule.scope !== 'file') throw new Error(`${id} looks at more than one page`);
  return { rule, library: (await rule.load?.()) as undefined };
}

/** Trees stay where they were parsed. */
function documentOf(page: Pick<Job, 'path' | 'text' | 'syntax'>): MarkdownDocument {
  return {
    ...page,
    kind: 'markdown',
    get tree(): never {
      throw new Error('a slow rule looks at the text alone');
    },
  };
}
