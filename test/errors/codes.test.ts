/** The registry of errors holds exactly what the product can say. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codes } from '../../src/errors/codes.ts';

const root = join(import.meta.dirname, '..', '..');
const names = Object.keys(codes);

describe('every code of an error', () => {
  it('is raised somewhere: a code that nothing raises is deleted', () => {
    const text = textBelow('src', 'codes.ts');
    expect(names.filter((name) => !mentions(text, name))).toEqual([]);
  });

  it('is raised by a test', () => {
    const text = textBelow('test', 'codes.test.ts');
    expect(names.filter((name) => !mentions(text, name))).toEqual([]);
  });

  it('says in one sentence what it means', () => {
    for (const meaning of Object.values(codes)) expect(meaning).toMatch(/^\S.*[^.]\.$/);
  });
});

function mentions(text: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(text);
}

function textBelow(folder: string, except: string): string {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && entry.name !== except);
  return files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8')).join('\n');
}
