import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../src/cli/seal.js';

describe('what is sealed', () => {
  it('is read again as it was, and by nobody else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 4 }), (text) => {
        const value = { paths: [text], options: { 'docs-lint': text } };
        const secret = randomBytes(32);
        const sealed = seal(value, secret);
        expect(unseal(sealed, secret)).toEqual(value);
        expect(Buffer.from(sealed, 'base64').toString()).not.toContain('docs-lint');
        expect(() => unseal(sealed, randomBytes(32))).toThrow();
      }),
    );
  });
});
