import type { Path } from '../model.js';

/** What a run is doing. */
export interface Step {
  readonly phase: 'config' | 'find' | 'read' | 'parse' | 'facts' | 'links' | 'rule' | 'report';
  /** Its id, where the phase is `rule`. */
  readonly rule?: string;
  readonly path?: Path;
}

/** Does a piece of work, inside of others or not, for somebody who measures it or says where it broke off. */
export type Watch = <T>(step: Step, work: () => T) => T;

/** For runs that nobody watches. */
export const unwatched: Watch = (_step, work) => work();
