import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileBot } from '../../../src/dialogs/compile/compile-bot.ts';
import { vocabulary } from './vocabulary.ts';

const source = readFileSync(new URL('../../fixtures/design/dialogs/refund-order.yaml', import.meta.url), 'utf8');
const tokens = source.split(/(\s+|[:{}[\],"'#-])/).filter((token) => token !== '');

/** Edits a person makes by mistake: something is lost, doubled, moved, or typed over. */
const mutation = fc.record({
  at: fc.nat({ max: tokens.length - 1 }),
  how: fc.constantFrom('drop', 'double', 'swap', 'replace'),
  by: fc.constantFrom(
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ': ',
    '\n',
    '\t',
    ' #',
    '- ',
    '&a ',
    '*a',
    '!x',
    '|',
    '>',
    '0123',
    'null',
    '5',
    'then:',
    '__proto__: 1',
    'constructor',
    '~',
    '---\n',
    '%',
    '`',
    '\uFEFF',
    '\u0000',
  ),
});

function mutate(words: readonly string[], { at, how, by }: { at: number; how: string; by: string }): readonly string[] {
  const [before, word, after] = [words.slice(0, at), words[at] ?? '', words.slice(at + 1)];
  if (how === 'drop') return [...before, ...after];
  if (how === 'double') return [...before, word, word, ...after];
  if (how === 'swap') return [...before, ...after.slice(0, 3), word, ...after.slice(3)];
  return [...before, by, ...after];
}

it('compiling never throws, and every problem of a mutated dialog has a place inside the file, a cause and a fix', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const text = mutations.reduce<readonly string[]>(mutate, tokens).join('');
      const lines = text.split('\n');
      const { program, problems } = compileBot([{ path: 'dialogs/refund.yaml', text }], vocabulary);
      expect(program === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
      for (const problem of problems.filter(({ file }) => file.startsWith('dialogs/'))) {
        expect(problem.line).toBeLessThanOrEqual(lines.length);
        expect(problem.column).toBeLessThanOrEqual((lines[problem.line - 1]?.length ?? 0) + 1);
        expect(problem.endLine * 10_000 + problem.endColumn).toBeGreaterThanOrEqual(
          problem.line * 10_000 + problem.column,
        );
        expect(problem.message).not.toBe('');
        expect(problem.fix).toBeTruthy();
      }
    }),
    { numRuns: 400 },
  );
}, 60_000);
