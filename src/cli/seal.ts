import { createCipheriv, createDecipheriv } from 'node:crypto';

const cipher = 'aes-256-ctr';
/** Nothing is sealed twice under one secret but the same text. */
const start = Buffer.alloc(16);

/** Plain JSON, to be read by whoever has the secret of 32 bytes. */
export function seal(value: unknown, secret: Buffer): string {
  const sealing = createCipheriv(cipher, secret, start);
  return sealing.update(JSON.stringify(value), 'utf8', 'base64') + sealing.final('base64');
}

/** What `seal` was given. */
export function unseal(sealed: string, secret: Buffer): unknown {
  const opening = createDecipheriv(cipher, secret, start);
  return JSON.parse(opening.update(sealed, 'base64', 'utf8') + opening.final('utf8'));
}
