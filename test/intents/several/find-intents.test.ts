import { describe, expect, it } from 'vitest';
import type { Example } from '../../../src/intents/example.ts';
import { createClassifier } from '../../../src/intents/model/create-classifier.ts';
import { trainModel } from '../../../src/intents/model/train-model.ts';
import { findIntents } from '../../../src/intents/several/find-intents.ts';
import { splitClauses } from '../../../src/intents/several/split-clauses.ts';
import { smallBot } from '../small-bot.ts';

const greetings: readonly Example[] = ['hello', 'hi', 'hi there', 'good morning', 'hello there', 'hey'].map((text) => ({
  text,
  intent: 'greeting',
}));
const finding = {
  classify: createClassifier(trainModel([...smallBot, ...greetings])),
  courtesies: new Set(['greeting']),
  locale: 'en',
};
const wishesOf = (text: string) => findIntents(text, finding).intents.map(({ intent }) => intent);

describe('the wishes of a message', () => {
  it.each([
    ['where is my order and can I get my money back', ['order.status', 'refund.request']],
    ['I forgot my password. Also, where is my parcel?', ['account.password', 'order.status']],
    ['Hello! Where is my package? And please connect me with an agent', ['order.status', 'human.request']],
    ['hello where is my order', ['order.status']],
    ['Good morning, I want my money back', ['refund.request']],
    ['hello there', ['greeting']],
    ['where is my order, it is late and I want to know where it is', ['order.status']],
    ['my cat and my dog like tuna', []],
    ['', []],
    ['and', []],
  ])('of %j are %j', (text, intents) => expect(wishesOf(text)).toEqual(intents));

  it('have their place in the message', () => {
    const text = '  where is my order and can I get my money back? ';
    const { intents, main } = findIntents(text, finding);
    expect(intents.map(({ start, end }) => text.slice(start, end))).toEqual([
      'where is my order',
      'can I get my money back?',
    ]);
    expect(main.accepted).toBe('order.status');
  });

  it('are looked for in short messages only, whatever is said how often', () => {
    expect(wishesOf('where is my order and '.repeat(300)).length).toBeLessThanOrEqual(1);
  });
});

describe('the clauses of a message', () => {
  const parts = (text: string, locale: string, atCommas = true) =>
    splitClauses(text, locale, atCommas).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['cancel it and tell me when I get my money', 'en', ['cancel it', 'tell me when I get my money']],
    ['Stornieren Sie das und sagen Sie mir, wann', 'de', ['Stornieren Sie das', 'sagen Sie mir', 'wann']],
    ['cancélalo y dime cuándo', 'es', ['cancélalo', 'dime cuándo']],
    ['annulez, et puis dites-moi quand', 'fr', ['annulez', 'dites-moi quand']],
    ['I paid 1,000.50 on Monday', 'en', ['I paid 1,000.50 on Monday']],
    ['sandy beaches', 'en', ['sandy beaches']],
    ['...', 'en', []],
  ])('of %j in %s are %j', (text, locale, clauses) => expect(parts(text, locale)).toEqual(clauses));

  it('are not parted by commas unless that is asked for', () => {
    expect(parts('Sagen Sie mir, wann sie kommt', 'de', false)).toEqual(['Sagen Sie mir, wann sie kommt']);
  });
});
