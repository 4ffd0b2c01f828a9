import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemmerOf } from '../../../src/intents/words/stemmer-of.ts';
import { foldText } from '../../../src/languages/fold-text.ts';

function stem(word: string, locale: string): string {
  return stemmerOf(locale)(foldText(word, locale));
}

describe('the stemmer of a locale', () => {
  it.each([
    ['en', 'orders', 'ordered', 'ordering'],
    ['en-GB', 'refund', 'refunds', 'refunded'],
    ['de', 'schnell', 'schnelle', 'schnelles', 'schnellen', 'schnellsten'],
    ['de-AT', 'Bestellung', 'Bestellungen'],
    ['de', 'Größe', 'Größen', 'Groessen', 'groesse'],
    ['de', 'Kind', 'Kinder', 'Kindern', 'Kinds'],
    ['es', 'pedido', 'pedidos', 'pedir'],
    ['es-MX', 'devolver', 'devolverlo', 'devolvérmelo', 'devolvernos'],
    ['es', 'rotos', 'rotas'],
    ['es', 'nuevo', 'nueva', 'nuevos', 'nuevas'],
    ['es', 'comprar', 'comprado', 'compradas', 'comprándolos'],
    ['es', 'devolución', 'devoluciones', 'devolucion'],
    ['es', 'vez', 'veces'],
    ['sv', 'beställning'],
  ])('in %s brings forms of one word together', (locale, ...forms) => {
    expect(new Set(forms.map((form) => stem(form, locale))).size).toBe(1);
  });

  it.each([
    ['de', 'Rechnung', 'Bestellung'],
    ['de', 'Konto', 'Karte'],
    ['es', 'pagar', 'perder'],
    ['es', 'cuenta', 'cupón'],
    ['sv', 'order', 'orders'],
  ])('in %s keeps %s and %s apart', (locale, one, other) => {
    expect(stem(one, locale)).not.toBe(stem(other, locale));
  });

  it('leaves no word empty', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdegilmnorstuvyz'), minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(letters, fc.constantFrom('de', 'es'), (word, locale) => {
        expect(stemmerOf(locale)(word).length).toBeGreaterThanOrEqual(Math.min(2, word.length));
      }),
      { numRuns: 1000 },
    );
  });
});
