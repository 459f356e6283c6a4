import { createContext, Script } from 'node:vm';

/** Runs synchronous work that is broken off when it takes more milliseconds than these: then it is `late`. */
export function timeLimit(milliseconds: number): <T>(work: () => T) => T | 'late' {
  const context = createContext({ work: () => {} });
  const script = new Script('work()');
  return (work) => {
    try {
      Object.assign(context, { work });
      return script.runInContext(context, { timeout: milliseconds });
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'late';
      throw error;
    }
  };
}
