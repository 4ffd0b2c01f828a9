import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages } from '../../scripts/docs/pages.ts';
import { root } from './copy-tree.ts';

const made = await pages(root);

describe('a generated page', () => {
  it.each(made)('$file is as npm run docs would write it now', ({ file, text }) => {
    expect(readFileSync(join(root, file), 'utf8')).toBe(text);
  });
});
