import { describe, expect, it } from 'vitest';
import { readChoice } from '../../../src/dialogs/answers/read-choice.ts';
import type { Choice } from '../../../src/events/speech/choice.ts';

const offered: Readonly<Record<string, readonly Choice[]>> = {
  de: [
    { value: 'a', title: 'Kreditkarte' },
    { value: 'b', title: 'Gutschein' },
    { value: 'c', title: 'Überweisung' },
  ],
  es: [
    { value: 'a', title: 'Tarjeta de crédito' },
    { value: 'b', title: 'Cupón' },
    { value: 'c', title: 'Transferencia' },
  ],
  en: [
    { value: 'a', title: 'Card' },
    { value: 'b', title: 'Gift card' },
    { value: 'c', title: 'Bank transfer' },
  ],
};

describe('a choice in an answer', () => {
  it.each<[string, string, string | undefined]>([
    ['de', 'Kreditkarte', 'a'],
    ['de', 'per Kreditkarte bitte', 'a'],
    ['de', 'ueberweisung', 'c'],
    ['de', 'Uberweisung', 'c'],
    ['de', 'die zweite', 'b'],
    ['de', 'Die zweite Option, bitte', 'b'],
    ['de', 'ich nehme das erste', 'a'],
    ['de', 'der letzte', 'c'],
    ['de', 'die dritte bitte', 'c'],
    ['de', 'zwei', 'b'],
    ['de', 'Nummer zwei', 'b'],
    ['de', '2', 'b'],
    ['de', '2.', 'b'],
    ['de', 'Nr. 3', 'c'],
    ['de', 'die vierte', undefined],
    ['de', 'Karte oder Gutschein', 'b'],
    ['de', 'Gutschein oder Überweisung', undefined],
    ['de', 'die erste oder die zweite', undefined],
    ['de', 'nicht die zweite', undefined],
    ['de', 'eins', 'a'],
    ['de', 'keine', undefined],
    ['de', '', undefined],
    ['de', '0', undefined],
    ['de', '-1', 'a'],
    ['de', 'B', 'b'],
    ['es', 'tarjeta de credito', 'a'],
    ['es', 'la segunda', 'b'],
    ['es', 'la segunda opción, por favor', 'b'],
    ['es', 'el primero', 'a'],
    ['es', 'la primera', 'a'],
    ['es', 'la última', 'c'],
    ['es', 'opción dos', 'b'],
    ['es', 'número 3', 'c'],
    ['es', 'el tercero', 'c'],
    ['es', 'quiero la tercera', 'c'],
    ['es', 'cupon', 'b'],
    ['es', 'con cupón, por favor', 'b'],
    ['es', 'uno', 'a'],
    ['es', 'la cuarta', undefined],
    ['es', 'la primera o la segunda', undefined],
    ['es', '2ª', 'b'],
    ['es', 'cupón o transferencia', undefined],
    ['es', 'ninguna', undefined],
    ['en', 'the second', 'b'],
    ['en', 'the second one please', 'b'],
    ['en', 'gift card', 'b'],
    ['en', 'the gift card please', 'b'],
    ['en', 'card', 'a'],
    ['en', 'the last one', 'c'],
    ['en', 'first', 'a'],
    ['en', 'option 3', 'c'],
    ['en', 'number two', 'b'],
    ['en', 'one', 'a'],
    ['en', 'second hand', undefined],
    ['en', 'the fourth', undefined],
    ['en', '2)', 'b'],
    ['en', '#2', 'b'],
    ['en', "I'd like the third one", 'c'],
  ])('in %s %j is %j', (locale, text, value) => {
    expect(readChoice(text, offered[locale] ?? [], locale)).toBe(value);
  });

  it('is none where nothing is offered', () => {
    expect(['', '1', 'the last', 'first'].map((text) => readChoice(text, [], 'en'))).toEqual(Array(4).fill(undefined));
  });
});
