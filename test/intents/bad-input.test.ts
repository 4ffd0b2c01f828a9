/** What customers and designers write that nobody expects: no crash, bounded time, and `check` says what is wrong with it. */
import { describe, expect, it } from 'vitest';
import { createUnderstand } from '../../src/intents/create-understand.ts';
import { crossValidate } from '../../src/intents/evaluation/cross-validate.ts';
import { type Example, outOfScope } from '../../src/intents/example.ts';
import { createClassifier } from '../../src/intents/model/create-classifier.ts';
import { classifierNames } from '../../src/intents/model/model.ts';
import { trainModel } from '../../src/intents/model/train-model.ts';
import { readIntents } from '../../src/intents/read-intents.ts';
import { smallBot } from './small-bot.ts';

const control = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('');
const mixed = 'где мой заказ 私の注文はどこですか أين طلبي siparişim nerede';
const bad: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['spaces', ' \t\n '],
  ['one emoji', '🙂'],
  ['an emoji of several', '👩‍👩‍👧‍👦'],
  ['half an emoji', '\ud83d'],
  ['digits only', '8472 1138 0'],
  ['100,000 digits', '7'.repeat(100_000)],
  ['control characters', control],
  ['control characters in a sentence', `where${control}is my order`],
  ['mixed scripts', mixed],
  ['one script within another', 'whеre is my ordеr'],
  ['100,000 characters of words', 'where is my order and '.repeat(4_546)],
  ['100,000 characters of one word', 'o'.repeat(100_000)],
  ['100,000 characters of mixed scripts', mixed.repeat(1_800)],
  ['100,000 commas', ','.repeat(100_000)],
  ['100,000 emoji', '🙂'.repeat(50_000)],
];

/** CPU time in milliseconds, which other work on the machine does not lengthen. */
function spent(work: () => void): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

describe.each(classifierNames)('a message to %s', (classifier) => {
  const model = trainModel(smallBot, { classifier });
  const phrases = smallBot.map(({ text }) => text);
  const understand = createUnderstand([{ locale: 'en', phrases, entities: [], model: () => model }]);
  const heard = { locale: 'en', expectsAnswer: false, isOffered: false, at: Date.UTC(2025, 2, 4) };
  understand('where is my order', heard);

  it.each(bad)('may be %s: it is answered with spans within it, in little time', (_, text) => {
    let said: ReturnType<typeof understand> | undefined;
    expect(spent(() => (said = understand(text, heard)))).toBeLessThan(500);
    const spans = [...(said?.entities ?? []), ...(said?.intents ?? [])];
    expect(spans.every(({ start, end }) => start >= 0 && start <= end && end <= text.length)).toBe(true);
    expect(said?.candidates.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
  });

  it.each(bad.slice(0, 8).filter(([name]) => !name.includes('digits')))('means nothing where it is %s', (_, text) => {
    expect(understand(text, heard)).toMatchObject({ accepted: null, candidates: [], intents: [] });
  });

  it('means what it says between control characters', () => {
    expect(understand('where\u0000 is\u0007 my\u001b order', heard).accepted).toBe('order.status');
  });

  it('is understood as before after phrases like these were learned', () => {
    const odd = bad.map(([, text]): Example => ({ text, intent: 'odd' }));
    const counter = bad.map(([, text]): Example => ({ text, intent: 'order.status', counter: true }));
    const outside = bad.map(([, text]): Example => ({ text, intent: outOfScope }));
    const learned = trainModel([...smallBot, ...odd, ...counter, ...outside], { classifier });
    expect(createClassifier(learned)('refund my money please').accepted).toBe('refund.request');
  });

  it('can be judged where an intent has one phrase, and two intents have the same', () => {
    const more = [
      ...smallBot,
      { text: 'cancel it', intent: 'flow.cancel' },
      { text: 'where is my order', intent: 'refund.request' },
    ];
    const { scores, predictions } = crossValidate(more, { classifier });
    expect(scores.rows).toBe(smallBot.length + 1);
    expect(predictions.map(({ gold }) => gold)).not.toContain('flow.cancel');
    const known = createClassifier(trainModel(more, { classifier }));
    expect(known('cancel it').candidates[0]?.intent).toBe('flow.cancel');
    const two = known('where is my order').candidates.slice(0, 2);
    expect(two.map(({ intent }) => intent).toSorted()).toEqual(['order.status', 'refund.request']);
  });
});

describe('1,000 intents', () => {
  const examples = Array.from({ length: 1_000 }, (_, n): readonly Example[] => [
    { text: `topic${n} question about thing${n}`, intent: `i${n}` },
    { text: `tell me of thing${n}`, intent: `i${n}` },
  ]).flat();

  it('are learned and told apart in bounded time', () => {
    let model = trainModel([]);
    expect(spent(() => (model = trainModel(examples)))).toBeLessThan(30_000);
    const classify = createClassifier(model);
    const best = (text: string) => classify(text).candidates[0]?.intent;
    expect([best('please tell me of thing77'), best('question about thing912')]).toEqual(['i77', 'i912']);
    const texts = examples.slice(0, 200);
    expect(spent(() => texts.map(({ text }) => classify(text))) / texts.length).toBeLessThan(5);
  }, 120_000);

  it('are read with a finding for each that has too few phrases', () => {
    const text = `intents:\n${Array.from({ length: 1_000 }, (_, n) => `  i${n}: { examples: [thing${n}] }`).join('\n')}\n`;
    let problems: readonly { readonly code: string }[] = [];
    expect(spent(() => ({ problems } = readIntents([{ path: 'intents/a.en.yaml', text }])))).toBeLessThan(10_000);
    expect(problems.map(({ code }) => code)).toEqual(Array.from({ length: 1_000 }, () => 'INTENT_FEW_PHRASES'));
  });
});

describe('check', () => {
  const findings = (text: string) =>
    readIntents([{ path: 'intents/a.en.yaml', text }]).problems.map(
      ({ line, severity, code }) => `${line} ${severity} ${code}`,
    );
  const enough = 'parcel one, parcel two, parcel three, parcel four, parcel five';

  it('finds phrases of an emoji, of signs only and of control characters', () => {
    expect(findings(`intents:\n  a:\n    examples: [${enough}, 🙂, "...", "\\u0001\\u0002", "   "]\n`)).toEqual(
      Array.from({ length: 4 }, () => '3 warning INTENT_PHRASE_WORDLESS'),
    );
  });

  it('finds an empty phrase, an intent with one phrase, and one without', () => {
    expect(findings(`intents:\n  a: { examples: [${enough}, ""] }\n`)).toEqual(['2 error SCHEMA_INVALID']);
    expect(findings('intents:\n  a: { examples: [where] }\n  b: {}\n')).toEqual([
      '2 warning INTENT_FEW_PHRASES',
      '3 warning INTENT_FEW_PHRASES',
    ]);
  });

  it('finds a phrase that is longer than what is learned of it', () => {
    const text = (letters: number) => `intents:\n  a:\n    examples: [${enough}, ${'o'.repeat(letters)}]\n`;
    expect(findings(text(4_000))).toEqual([]);
    expect(findings(text(100_000))).toEqual(['3 warning INTENT_PHRASE_LONG']);
  });

  it('finds the same phrase in two intents, whatever its case and signs', () => {
    expect(
      findings(
        `intents:\n  a: { examples: [${enough}, Where is it] }\n  b:\n    examples:\n      - where is IT?\n      - box one\n      - box two\n      - box three\n      - box four\n`,
      ),
    ).toEqual(['5 error INTENT_PHRASE_TWICE']);
  });

  it('takes digits and mixed scripts for phrases like others', () => {
    expect(findings(`intents:\n  a: { examples: [${enough}, "8472 1138", "${mixed}"] }\n`)).toEqual([]);
  });
});
