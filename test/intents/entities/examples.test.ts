import { describe, expect, it } from 'vitest';
import { createEntityFinder } from '../../../src/intents/entities/create-entity-finder.ts';
import { exampleLocales, momentOf, readExamples } from './read-examples.ts';

describe('dates, numbers and money as people write them', () => {
  it.each(exampleLocales)('are read in %s, and nothing else is', (locale) => {
    const find = createEntityFinder([], locale);
    const samples = readExamples(locale);
    const wrong = samples.flatMap(({ text, type, value }) => {
      const found = find(text, momentOf(locale)).filter((entity) => entity.type === type);
      const values = found.map((entity) => entity.value);
      const isRight = JSON.stringify(values) === JSON.stringify(value === undefined ? [] : [value]);
      return isRight
        ? []
        : [{ text, type, value, found: find(text, momentOf(locale)).map((one) => [one.type, one.value]) }];
    });
    const right = samples.length - wrong.length;
    process.stdout.write(
      `${locale}: ${right} of ${samples.length} right (${((100 * right) / samples.length).toFixed(1)} %)\n`,
    );
    expect(samples.length).toBeGreaterThanOrEqual(60);
    expect(wrong).toEqual([]);
  });
});
