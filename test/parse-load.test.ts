import { afterEach, describe, expect, it, vi } from 'vitest';
import { found, parserNamed } from './parse-compare.js';

describe('loadParser', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.doUnmock('satteri');
    vi.doUnmock('mdast-util-from-markdown');
    vi.resetModules();
  });

  it('loads satteri, and mdast-util-from-markdown when asked to', async () => {
    expect((await parserNamed('satteri')).name).toBe('satteri');
    expect((await parserNamed('mdast')).name).toBe('mdast');
  });

  it('falls back when satteri cannot be loaded', async () => {
    vi.resetModules();
    vi.doMock('satteri', () => {
      throw new Error('no native module for this platform');
    });
    const { loadParser } = await import('../src/markdown/parse.js');
    const parser = await loadParser();
    expect(parser.name).toBe('mdast');
    expect(found(parser.parse('[a](b)', 'md'), '[a](b)', 'link')).toEqual(['link [a](b)']);
  });

  it('never loads the fallback beside satteri', async () => {
    vi.resetModules();
    vi.doMock('mdast-util-from-markdown', () => {
      throw new Error('loaded');
    });
    const { loadParser } = await import('../src/markdown/parse.js');
    const parser = await loadParser();
    expect(parser.name).toBe('satteri');
    expect(parser.parse('# a', 'md').children).toHaveLength(1);
  });
});
