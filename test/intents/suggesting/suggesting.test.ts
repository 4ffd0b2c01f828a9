import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createClassifier } from '../../../src/intents/model/create-classifier.ts';
import { trainModel } from '../../../src/intents/model/train-model.ts';
import { addPhrases } from '../../../src/intents/suggesting/add-phrases.ts';
import { clusterTexts } from '../../../src/intents/suggesting/cluster-texts.ts';
import { suggestPhrases } from '../../../src/intents/suggesting/suggest-phrases.ts';
import { smallBot } from '../small-bot.ts';

describe('clusterTexts', () => {
  it('puts together what is said in like words, the largest first, and leaves out what holds no word', () => {
    const gift = ['do you wrap gifts', 'can you wrap gifts', 'wrap gifts please'];
    const clusters = clusterTexts(['is the shop open on sunday', ...gift, '🎁'], 'en');
    expect(clusters.map(({ texts }) => texts.toSorted())).toEqual([gift.toSorted(), ['is the shop open on sunday']]);
  });
});

describe('suggestPhrases', () => {
  const classify = createClassifier(trainModel(smallBot));
  const messages = [
    'refund for mail to ada@shop.example',
    'do you ship to Norway',
    'do you ship to norway?',
    'do you ship to Norway',
  ];
  const suggestions = suggestPhrases(messages, { classify, locale: 'en' });

  it('counts messages, keeps each phrase once, and says which intent is nearest', () => {
    expect(suggestions[0]?.messages).toBe(3);
    expect(suggestions[0]?.phrases.toSorted()).toEqual(['do you ship to Norway', 'do you ship to norway?']);
    expect(suggestions[1]?.nearest?.intent).toBe('refund.request');
  });

  it('keeps nothing that points to a person', () => {
    const told = suggestPhrases(['mail ada@shop.example about 5531 0427'], { classify, locale: 'en' });
    expect(told[0]?.phrases).toEqual(['mail name@example.com about 1234 5678']);
  });

  it('has nothing to suggest without messages', () => {
    expect(suggestPhrases([], { classify, locale: 'en' })).toEqual([]);
  });
});

describe('addPhrases', () => {
  const file = (text: string) => ({ path: 'intents/a.en.yaml', text });
  const block = `# what customers want
intents:
  refund:   # money
    about: wants money back
    examples:
      - refund me  # short
      - "I want: money"   # the last one

  status:
    examples: [where is it, 'order status']   # in one line
  empty:
    about: has none
`;

  it('writes behind the last phrase and leaves every other character alone', () => {
    const added = addPhrases(file(block), 'refund', ['give it back', 'money: now', 'yes', '- odd']) ?? '';
    expect(parse(added).intents.refund.examples).toEqual([
      'refund me',
      'I want: money',
      'give it back',
      'money: now',
      'yes',
      '- odd',
    ]);
    const lines = added.split('\n');
    expect(lines.slice(7, 9)).toEqual(['      - give it back', '      - "money: now"']);
    expect(lines.filter((_, n) => n < 7 || n > 10).join('\n')).toBe(block);
  });

  it('writes into a list of one line', () => {
    const added = addPhrases(file(block), 'status', ['has it, left']) ?? '';
    expect(parse(added).intents.status.examples).toEqual(['where is it', 'order status', 'has it, left']);
    expect(added).toContain('# in one line');
  });

  it('begins the list of an intent that has none, also at the end of a file', () => {
    expect(parse(addPhrases(file(block), 'empty', ['a', 'b']) ?? '').intents.empty).toEqual({
      about: 'has none',
      examples: ['a', 'b'],
    });
    const unended = 'intents:\n  a:\n    examples:\n      - one';
    expect(parse(addPhrases(file(unended), 'a', ['two']) ?? '').intents.a.examples).toEqual(['one', 'two']);
  });

  it('has no place for an intent that the file does not declare', () => {
    expect(addPhrases(file(block), 'other', ['a'])).toBeUndefined();
  });
});
