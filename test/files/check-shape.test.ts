import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkShape } from '../../src/files/check-shape.ts';
import { readYaml } from '../../src/files/read-yaml.ts';
import { marked, placeOf } from './marked.ts';

const schema = z.strictObject({
  name: z.string().optional(),
  again: z.union([z.string().min(1), z.array(z.string()).min(1)]).optional(),
  kind: z.enum(['open', 'closed']).optional(),
  slots: z.record(z.string(), z.strictObject({ tries: z.number().int().min(1).max(10) })).optional(),
  team: z.union([z.string(), z.strictObject({ reason: z.string(), offer: z.boolean().optional() })]).optional(),
  code: z
    .string()
    .regex(/^[a-z]+$/, 'must be small letters')
    .optional(),
});

function check(text: string) {
  return checkShape(readYaml({ path: 'a.yaml', text }), schema);
}

describe('checkShape', () => {
  it('gives the typed value of a document that fits', () => {
    expect(check('name: x\nagain: [a, b]\n')).toEqual({ value: { name: 'x', again: ['a', 'b'] }, problems: [] });
  });

  it.each([
    ['an unknown key, with the nearest', '«agian»: hi\n', "'agian' is not known here", "did you mean 'again'?"],
    [
      'an unknown key that resembles none',
      '«zzzzzz»: hi\n',
      "'zzzzzz' is not known here",
      'known here: name, again, kind, slots, team, code',
    ],
    ['a number where a text is wanted', 'name: «5»\n', "'name' must be a text, not 5", 'write "5" in quotes'],
    ['an empty value', '«name»:\n', "'name' must be a text, not empty", 'write a text'],
    ['a value of a list', 'again:\n  - ok\n  - «7»\n', 'must be a text, not 7', 'write "7" in quotes'],
    [
      'neither a text nor a list',
      'again: «{}»\n',
      "'again' must be a text or a list, not a map of keys",
      'write a text or a list',
    ],
    ['an empty list', 'again: «[]»\n', "'again' must have at least one item", 'it must have at least one item'],
    [
      'a word that is none of those allowed',
      'kind: «opne»\n',
      "'kind' must be open or closed, not 'opne'",
      "did you mean 'open'?",
    ],
    [
      'a missing key, at the key it is missing from',
      'slots:\n  «a»: {}\n',
      "'tries' is missing in 'a'",
      "add 'tries:'",
    ],
    [
      'a number out of bounds',
      'slots: { a: { tries: «11» } }\n',
      "'tries' must be at most 10, not 11",
      'write at most 10',
    ],
    [
      'a number that is not whole',
      'slots: { a: { tries: «1.5» } }\n',
      "'tries' must be a whole number, not 1.5",
      'write a whole number',
    ],
    ['the form of a text', 'code: «A1»\n', "'code' must be small letters, not 'A1'", 'write small letters'],
    [
      'a wrong key in one form of several',
      'team: { «raeson»: x, reason: y }\n',
      "'raeson' is not known here",
      "did you mean 'reason'?",
    ],
    [
      'a wrong value in one form of several',
      'team: { reason: «5» }\n',
      "'reason' must be a text, not 5",
      'write "5" in quotes',
    ],
  ])('finds %s', (...[, source, message, fix]) => {
    const { text, place } = marked(source);
    const { value, problems } = check(text);
    expect(value).toBeUndefined();
    expect(problems.map(placeOf)).toEqual([place]);
    expect(problems[0]).toMatchObject({ code: 'SCHEMA_INVALID', severity: 'error', fix });
    expect(problems[0]?.message).toContain(message);
  });

  it('finds a text that an unquoted colon made a map of', () => {
    const { text, place } = marked('again:\n  - «Choose one: a or b»\n');
    const { problems } = check(text);
    expect(problems.map(placeOf)).toEqual([place]);
    expect(problems[0]).toMatchObject({ code: 'YAML_TRAP', fix: 'put the whole text in "double quotes"' });
  });

  it('finds all problems at once', () => {
    const { problems } = check('name: 5\nkind: x\nslots: { a: { tries: 0 }, b: 1 }\nfoo: 1\n');
    expect(problems).toHaveLength(5);
  });

  it('does not repeat what the document already says of a line', () => {
    const document = readYaml({ path: 'a.yaml', text: 'name: {x} is\nkind: 5\n' });
    expect(document.problems).toHaveLength(1);
    expect(checkShape(document, schema).problems.map(({ line }) => line)).toEqual([2]);
  });

  it.each([
    ['torn', "other: 'unclosed\nwanted: 1\n"],
    ['with a key that stands twice', 'other: x\nother: y\n'],
  ])('does not miss at the top of a document %s what may be lost in it', (_, text) => {
    const document = readYaml({ path: 'a.yaml', text });
    expect(document.problems).toHaveLength(1);
    const shaped = checkShape(document, z.strictObject({ other: z.string(), wanted: z.number() }));
    expect(shaped).toEqual({ value: undefined, problems: [] });
  });

  it('checks a part of a document', () => {
    const document = readYaml({ path: 'a.yaml', text: 'steps:\n  - name: 5\n' });
    expect(checkShape(document, schema, ['steps', 0]).problems).toMatchObject([{ line: 2, column: 11 }]);
  });
});
