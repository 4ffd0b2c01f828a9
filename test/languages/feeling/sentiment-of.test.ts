import { describe, expect, it } from 'vitest';
import { sentimentOf } from '../../../src/languages/feeling/sentiment-of.ts';

describe('how a message sounds', () => {
  it.each([
    ['this is absolutely useless', 'en'],
    ['I am not happy with this', 'en'],
    ["it still doesn't work", 'en'],
    ['😡', 'en'],
    ['what a joke :(', 'en'],
    ['Das ist eine Frechheit!', 'de'],
    ['Das funktioniert immer noch nicht', 'de-AT'],
    ['ich bin so enttaeuscht', 'de'],
    ['esto es inaceptable', 'es'],
    ['todavía no funciona', 'es-MX'],
  ])('%s (%s) sounds bad', (text, locale) => {
    expect(sentimentOf(text, locale)).toBeLessThan(-0.3);
  });

  it.each([
    ['thanks, that was really helpful!', 'en'],
    ['I love it ❤', 'en'],
    ['vielen Dank, sehr nett von Ihnen', 'de'],
    ['muchas gracias, muy amable', 'es'],
  ])('%s (%s) sounds good', (text, locale) => {
    expect(sentimentOf(text, locale)).toBeGreaterThan(0.3);
  });

  it.each([
    ['I want a refund please', 'en'],
    ['where is order 12345678', 'en'],
    ['can you help me with my credit card', 'en'],
    ['Ich warte schon seit Montag auf Paket 12345678, wo ist es?', 'de'],
    ['¿dónde está mi pedido?', 'es'],
  ])('%s (%s) is no feeling', (text, locale) => {
    expect(Math.abs(sentimentOf(text, locale) ?? 1)).toBeLessThan(0.35);
  });

  it('is not measured, which is not zero, where the language has no list or there are no words', () => {
    expect(sentimentOf('je suis très fâché', 'fr')).toBeNull();
    expect(sentimentOf('terrible', 'nl')).toBeNull();
    expect(sentimentOf('12345678', 'en')).toBeNull();
    expect(sentimentOf('', 'en')).toBeNull();
    expect(sentimentOf('my parcel', 'en')).toBe(0);
  });

  it('is stronger for what is intensified, in capitals or with exclamation marks, and weaker for what is softened', () => {
    const [plain = 0, very = 0, loud = 0, marked = 0, soft = 0] = [
      'the service is terrible',
      'the service is really terrible',
      'the service is TERRIBLE',
      'the service is terrible!!',
      'the service is slightly terrible',
    ].map((text) => sentimentOf(text, 'en') ?? 0);
    expect([very < plain, loud < plain, marked < plain, soft > plain]).toEqual([true, true, true, true]);
  });

  it('weighs more what comes after "but"', () => {
    expect(sentimentOf('the shop is great but the delivery was terrible', 'en')).toBeLessThan(0);
    expect(sentimentOf('the delivery was terrible but the shop is great', 'en')).toBeGreaterThan(0);
  });

  it('denies what stands near in the same part of a sentence only', () => {
    expect(sentimentOf('no, that is great', 'en')).toBeGreaterThan(0);
    expect(sentimentOf('das ist nicht gut', 'de')).toBeLessThan(0);
    expect(sentimentOf('gut ist das nicht', 'de')).toBeLessThan(0);
  });

  it('reads the beginning of a very long message in no time', () => {
    expect(sentimentOf('terrible '.repeat(100_000), 'en')).toBeGreaterThanOrEqual(-1);
  });
});
