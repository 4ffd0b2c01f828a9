import { describe, expect, it } from 'vitest';
import { readHeldOut, readSampleIntents, wordsOf } from './sample-phrases.ts';

const { intents, examples, problems } = await readSampleIntents();
const heldOut = readHeldOut();

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
  it('cover at least 30 intents with at least 22 phrases each', () => {
    expect(intents.size).toBeGreaterThanOrEqual(30);
    for (const intent of intents.keys()) {
      const count = examples.filter((example) => example.intent === intent).length;
      expect({ intent, count: Math.min(count, 22) }).toEqual({ intent, count: 22 });
    }
  });

  it('are read without a problem, each standing once', () => {
    expect(problems).toEqual([]);
    const texts = examples.map(({ text }) => wordsOf(text).join(' '));
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it('never differ in one word only, not even across intents', () => {
    const phrases = examples.map(({ text }) => ({ text, words: wordsOf(text) }));
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

  it('mark every order number', () => {
    expect(examples.filter(({ text }) => /\d{8}/.test(text)).length).toBeGreaterThan(15);
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

describe('the messages kept apart', () => {
  it('are 60, of known intents or out of scope', () => {
    expect(heldOut.length).toBeGreaterThanOrEqual(60);
    expect(heldOut.filter(({ intent }) => intent !== 'oos' && !intents.has(intent))).toEqual([]);
    expect(heldOut.filter(({ intent }) => intent === 'oos').length).toBeGreaterThanOrEqual(5);
  });

  it('are in no intents file, nor is anything like them', () => {
    const known = examples.map(({ text }) => wordsOf(text));
    const leaked = heldOut.filter(({ text }) => known.some((words) => differInOneWord(words, wordsOf(text))));
    expect(leaked).toEqual([]);
  });
});
