import { expect, it } from 'vitest';
import { countWords, wordsOf } from '../../src/errors/count-words.ts';

it('a name is made of words, whichever way they are joined', () => {
  expect(wordsOf('order_number.isCancelled-URL')).toEqual(['order', 'number', 'is', 'cancelled', 'url']);
});

it('words are counted in any case, within longer names too', () => {
  const count = countWords({ texts: ['Cancelled orders: order.isCancelled'] });
  expect([count.word('cancelled'), count.word('order'), count.name('order.isCancelled')]).toEqual([2, 1, 1]);
});
