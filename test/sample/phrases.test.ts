import { describe, expect, it } from 'vitest';
import type { PlacedExample } from '../../src/intents/reading/intent-definition.ts';
import { languagesOf, readHeldOut, readSampleIntents, wordsOf } from './sample-phrases.ts';

const { intents, examples, problems } = await readSampleIntents();
const languages = languagesOf(examples);

function examplesIn(language: string): readonly PlacedExample[] {
  return examples.filter(({ locale, counter }) => locale === language && !counter);
}

/** Same words but for one that is another, or one that is more. */
function differInOneWord(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  const same = short.findIndex((word, index) => word !== long[index]);
  const at = same < 0 ? short.length : same;
  const rest = long.length === short.length ? short.slice(at + 1) : short.slice(at);
  return rest.join(' ') === long.slice(at + 1).join(' ');
}

describe('the phrases of the sample bot', () => {
  it('are read without a problem', () => {
    expect(problems).toEqual([]);
  });

  it.each(languages)('cover at least 30 intents with at least 22 phrases each in %s', (language) => {
    expect(intents.size).toBeGreaterThanOrEqual(30);
    for (const intent of intents.keys()) {
      const count = examplesIn(language).filter((example) => example.intent === intent).length;
      expect({ intent, count: Math.min(count, 22) }).toEqual({ intent, count: 22 });
    }
  });

  it.each(languages)('stand once each in %s, in one intent', (language) => {
    const texts = examplesIn(language).map(({ text }) => wordsOf(text).join(' '));
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it.each(languages)('never differ in one word only in %s, not even across intents', (language) => {
    const phrases = examplesIn(language).map(({ text }) => ({ text, words: wordsOf(text) }));
    const alike = phrases.flatMap((one, index) =>
      phrases
        .slice(index + 1)
        .flatMap((other) => (differInOneWord(one.words, other.words) ? [`${one.text} | ${other.text}`] : [])),
    );
    expect(alike).toEqual([]);
  });

  it.each([
    ['where is it', 'where is he', true],
    ['where is it', 'where is it now', true],
    ['where now is it', 'where is it', true],
    ['where is it', 'it is where', false],
    ['one', 'two words more', false],
  ])('are compared well: %s, %s', (a, b, isAlike) => {
    expect(differInOneWord(wordsOf(a), wordsOf(b))).toBe(isAlike);
  });

  it.each(languages)('name order numbers in %s', (language) => {
    expect(examplesIn(language).filter(({ text }) => /\d{8}/.test(text)).length).toBeGreaterThan(15);
  });

  it.each([
    'flow.cancel',
    'flow.help',
    'flow.repeat',
    'flow.goodbye',
    'human.request',
    'machine.ask',
    'resolution.yes',
    'resolution.no',
    'thanks',
    'greeting',
  ])('teach the intent %s', (intent) => {
    expect(intents.has(intent)).toBe(true);
  });
});

describe.each(languages)('the messages kept apart, in %s', (language) => {
  const heldOut = readHeldOut(language);

  it('are many, of known intents or out of scope', () => {
    expect(heldOut.length).toBeGreaterThanOrEqual(language === 'en' ? 60 : 40);
    expect(heldOut.filter(({ intent }) => intent !== 'oos' && !intents.has(intent))).toEqual([]);
    expect(heldOut.filter(({ intent }) => intent === 'oos').length).toBeGreaterThanOrEqual(5);
  });

  it('are in no intents file, nor is anything like them', () => {
    const known = examplesIn(language).map(({ text }) => wordsOf(text));
    const leaked = heldOut.filter(({ text }) => known.some((words) => differInOneWord(words, wordsOf(text))));
    expect(leaked).toEqual([]);
  });
});
