import { expect, test } from 'vitest';
import type { Capabilities } from '../../../../src/channels/contract/capabilities.ts';
import { toParts } from '../../../../src/channels/contract/reply/to-parts.ts';
import { telegramCapabilities } from '../../../../src/channels/telegram/capabilities.ts';

const bare: Capabilities = { ...telegramCapabilities, buttons: null, list: null, links: false, pictures: false };
const two = [
  { title: 'Yes', value: 'y' },
  { title: 'No', value: 'n' },
];
const lamp = {
  title: 'A lamp',
  text: 'Bright.',
  image: { url: 'https://x.example/l.png', alt: 'a lamp' },
  buttons: [
    { title: 'Open', url: 'https://x.example/l' },
    { title: 'Buy', value: 'buy' },
  ],
};

test('without buttons choices are a list, and without lists numbered text', () => {
  const reply = { text: 'Sure?', choices: two, cards: [] };
  expect(toParts(reply, { ...bare, list: { most: 10, titleLength: 24 } })).toMatchObject([
    { form: 'list', text: 'Sure?' },
  ]);
  expect(toParts(reply, bare)).toMatchObject([{ form: 'none', choices: [], text: 'Sure?\n1. Yes\n2. No' }]);
});

test('a title that is too long for one form takes the next', () => {
  const can = { ...bare, buttons: { most: 3, titleLength: 2 }, list: { most: 3, titleLength: 24 } };
  expect(toParts({ text: 'Sure?', choices: two, cards: [] }, can)[0]?.form).toBe('list');
});

test('without pictures and links a card is words', () => {
  const [, card] = toParts({ text: 'Look.', choices: [], cards: [lamp] }, bare);
  expect(card?.text).toBe('A lamp\nBright.\na lamp: https://x.example/l.png\nOpen: https://x.example/l\n1. Buy');
});

test('choices stand below what is said last, and each knows its place in the log', () => {
  const plain = { ...lamp, buttons: [] };
  const below = toParts({ text: 'Look.', choices: two, cards: [plain] }, telegramCapabilities);
  expect(below.map(({ text, choices }) => [text, choices.length])).toEqual([
    ['Look.', 0],
    ['A lamp\nBright.', 2],
  ]);
  const own = toParts({ text: 'Look.', choices: two, cards: [lamp] }, telegramCapabilities);
  expect(own.map(({ choices }) => choices.map(({ place }) => place))).toEqual([[0, 1], [2]]);
});

test('a picture whose words are too long to stand beside it comes before them', () => {
  const parts = toParts({ text: '', choices: [], cards: [{ ...lamp, text: 'x'.repeat(2_000) }] }, telegramCapabilities);
  expect(parts.map(({ picture, text }) => [picture !== undefined, text.length > 0])).toEqual([
    [true, false],
    [false, true],
  ]);
});
