/** docs/dialogs.md cannot drift from the language: whatever a schema knows has its words, and every example is valid. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { keysOf } from '../../scripts/docs/keys-of.ts';
import { dialogSchema, slotSchema } from '../../src/dialogs/compile/language/dialog-schema.ts';
import { everyStepWords, stepWords } from '../../src/dialogs/compile/language/step-words.ts';
import { dialogWords, slotWords } from '../../src/dialogs/compile/language/words.ts';
import { stepKinds } from '../../src/dialogs/compile/reading/step-kinds.ts';

describe('the words of the dialog language', () => {
  it('say what every key of a dialog and of a slot is for, and of no other', () => {
    expect(Object.keys(dialogWords).sort()).toEqual(pathsOf(dialogSchema));
    expect(Object.keys(slotWords).sort()).toEqual(pathsOf(slotSchema));
  });

  it('describe every kind of step, and no other', () => {
    expect(Object.keys(stepWords).sort()).toEqual([...stepKinds.keys()].sort());
  });

  it.each([...stepKinds])('say what every key of the step %s is for', (name, { schema }) => {
    expect(Object.keys({ ...everyStepWords, ...stepWords[name]?.keys }).sort()).toEqual(pathsOf(schema));
  });

  it.each(Object.entries(stepWords))('show valid examples of the step %s', (name, { example }) => {
    const steps: unknown = parse(example);
    expect(Array.isArray(steps)).toBe(true);
    expect(JSON.stringify(steps)).toContain(`"${name}"`);
    for (const step of Array.isArray(steps) ? steps : []) {
      const kind = typeof step === 'string' ? step : Object.keys(step).find((key) => stepKinds.has(key));
      if (typeof step === 'string') expect(stepKinds.get(step)?.isBare).toBe(true);
      else expect(stepKinds.get(kind ?? '')?.schema.safeParse(step).error).toBeUndefined();
    }
  });
});

function pathsOf(schema: Parameters<typeof keysOf>[0]): readonly string[] {
  return keysOf(schema)
    .map(({ path }) => path)
    .sort();
}
