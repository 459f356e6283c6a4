import { setFlagsFromString } from 'node:v8';

/**
 * Node 20 optimizes code that has run for a moment, which costs a run of half a second more than it gives, and a
 * long one little. Later versions of Node go by steps.
 */
export function optimizeLater(): void {
  setFlagsFromString('--interrupt-budget=600000');
}
