import { describe, expect, it } from 'vitest';
import { longestText, tokenise } from '../../../src/intents/words/tokenise.ts';

describe('tokenise', () => {
  it.each([
    ["I can't log in, what's wrong?", 'i can not log in what is wrong ?'],
    ['I DIDN’T get it', 'i did not get it'],
    ["they're late & I'd like it", 'they are late i would like it'],
    ["customer's order", 'customer order'],
    ["'quoted' words", 'quoted words'],
    ['dont cant im ive', 'do not can not i am i have'],
    ['Café MÜLLER, naïve', 'cafe muller naive'],
    ['costs $5 or €6!', 'costs $ 5 or € 6 !'],
    ['order 12345678', 'order 12345678'],
    ['がんばって', 'がんばって'],
    ['हिन्दी में', 'हिन्दी में'],
    ['🙂 ... ---', ''],
    ["''' '", ''],
  ])('reads %s', (text, words) => {
    expect(tokenise(text, 'en').join(' ')).toBe(words);
  });

  it('reads a text with and without composed accents alike', () => {
    expect(tokenise('e\u0301tat', 'fr')).toEqual(tokenise('\u00e9tat', 'fr'));
  });

  it('stops at 4,000 characters', () => {
    expect(tokenise('a '.repeat(10_000), 'en')).toHaveLength(longestText / 2);
  });

  it.each([
    ['de', 'Wo ist das im Shop? Ich hab’s fuer 20€', 'wo ist das im shop ? ich hab es fur 20 €'],
    ['de', 'Die Größe passt nich, is kaputt', 'die grosse passt nicht ist kaputt'],
    ['es', '¿Dónde está mi pedido? ¡Señor!', 'donde esta mi pedido ? senor !'],
    ['es', 'xq no llega? tb quiero saber q pasa', 'porque no llega ? tambien quiero saber que pasa'],
    ['fr', "L'article n’est pas arrivé", 'l article n est pas arrive'],
    ['it', "dov'è l’ordine", 'dov e l ordine'],
    ['nl', "foto's im", 'fotos im'],
  ])('in %s knows how words are shortened: %s', (locale, text, words) => {
    expect(tokenise(text, locale).join(' ')).toBe(words);
  });
});
