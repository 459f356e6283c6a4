import { UserError } from '../errors.js';

/** What the work returns; undefined where it comes upon an error that the run will come upon again, and report. */
export function expected<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
