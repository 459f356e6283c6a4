import { type Argument, InvalidArgumentError, type Option } from 'commander';
import { nearest } from '../nearest.js';

/** An option or an argument that takes one of some words; for another it says which is near. */
export function oneOf<T extends Option | Argument>(taking: T, words: readonly string[]): T {
  taking.choices(words).argParser((value: string) => {
    if (words.includes(value)) return value;
    const near = nearest(value, words);
    const advice = near === undefined ? '' : `Did you mean ${near}? `;
    throw new InvalidArgumentError(`${advice}Allowed choices are ${words.join(', ')}.`);
  });
  return taking;
}
