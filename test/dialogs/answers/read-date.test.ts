import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../../src/dialogs/answers/read-date.ts';

describe('a date in an answer', () => {
  it.each<[string, string, string | undefined]>([
    ['de', '3. März 2025', '2025-03-03'],
    ['de', 'am 3. März 2025', '2025-03-03'],
    ['de', '3 Maerz 2025', '2025-03-03'],
    ['de', '3.März 2025', '2025-03-03'],
    ['de', 'der 3te März 2025', '2025-03-03'],
    ['de', '1. Januar 2025', '2025-01-01'],
    ['de', '1. Jänner 2025', '2025-01-01'],
    ['de', '28. Feb. 2025', '2025-02-28'],
    ['de', '29. Februar 2024', '2024-02-29'],
    ['de', '29. Februar 2025', undefined],
    ['de', '15. April 2025', '2025-04-15'],
    ['de', '1. Mai 2025', '2025-05-01'],
    ['de', '30. Juni 2025', '2025-06-30'],
    ['de', '4. Juli 2025', '2025-07-04'],
    ['de', '12. August 2025', '2025-08-12'],
    ['de', '9. Sept. 2025', '2025-09-09'],
    ['de', '9. September 2025', '2025-09-09'],
    ['de', '3. Okt 2025', '2025-10-03'],
    ['de', '3. Oktober 2025', '2025-10-03'],
    ['de', '11. November 2025', '2025-11-11'],
    ['de', '24. Dezember 2025', '2025-12-24'],
    ['de', '24. Dez. 2025', '2025-12-24'],
    ['de', '03.04.2025', '2025-04-03'],
    ['de', '3.4.2025', '2025-04-03'],
    ['de', '3. 4. 2025', '2025-04-03'],
    ['de', '03/04/2025', '2025-04-03'],
    ['de', '3-4-2025', '2025-04-03'],
    ['de', '2025-04-03', '2025-04-03'],
    ['de', '31.02.2025', undefined],
    ['de', 'vom 3.4.2025 bis 5.4.2025', undefined],
    ['de', 'Montag, den 3. März 2025', '2025-03-03'],
    ['de', '3. März', undefined],
    ['de', 'morgen', undefined],
    ['de', 'March 3, 2025', '2025-03-03'],
    ['de', '3/15/2025', '2025-03-15'],
    ['de', 'Bestellung 12345678', undefined],
    ['de', '3.4.25', undefined],
    ['de', '2025/04/03', '2025-04-03'],
    ['de', '3-5 März 2025', undefined],
    ['de', '10.10.2025', '2025-10-10'],
    ['de', '1.2.3.2025', undefined],
    ['es', '3 de marzo de 2025', '2025-03-03'],
    ['es', 'el 3 de marzo de 2025', '2025-03-03'],
    ['es', '3 de marzo del 2025', '2025-03-03'],
    ['es', '3 marzo 2025', '2025-03-03'],
    ['es', '3 mar 2025', '2025-03-03'],
    ['es', '1 de enero de 2025', '2025-01-01'],
    ['es', '1º de enero de 2025', '2025-01-01'],
    ['es', '1ero de enero de 2025', '2025-01-01'],
    ['es', '28 de febrero de 2025', '2025-02-28'],
    ['es', '29 de febrero de 2025', undefined],
    ['es', '15 de abril de 2025', '2025-04-15'],
    ['es', '1 de mayo de 2025', '2025-05-01'],
    ['es', '30 de junio de 2025', '2025-06-30'],
    ['es', '4 de julio de 2025', '2025-07-04'],
    ['es', '12 de agosto de 2025', '2025-08-12'],
    ['es', '9 de septiembre de 2025', '2025-09-09'],
    ['es', '9 de setiembre de 2025', '2025-09-09'],
    ['es', '9 sept. 2025', '2025-09-09'],
    ['es', '3 de octubre de 2025', '2025-10-03'],
    ['es', '11 de noviembre de 2025', '2025-11-11'],
    ['es', '24 de diciembre de 2025', '2025-12-24'],
    ['es', '24 dic 2025', '2025-12-24'],
    ['es', '03/04/2025', '2025-04-03'],
    ['es', '3/4/2025', '2025-04-03'],
    ['es', '3-4-2025', '2025-04-03'],
    ['es', '3.4.2025', '2025-04-03'],
    ['es', '2025-04-03', '2025-04-03'],
    ['es', '31/02/2025', undefined],
    ['es', 'del 3/4/2025 al 5/4/2025', undefined],
    ['es', 'lunes, 3 de marzo de 2025', '2025-03-03'],
    ['es', 'marzo 3 de 2025', '2025-03-03'],
    ['es', 'marzo 3, 2025', '2025-03-03'],
    ['es', '3 de marzo', undefined],
    ['es', 'mañana', undefined],
    ['es', 'pedido 12345678', undefined],
    ['es', 'el día 3 de marzo de 2025', '2025-03-03'],
    ['es', '3 de mayonesa de 2025', undefined],
    ['en', '03/04/2025', undefined],
    ['en', '04/04/2025', '2025-04-04'],
    ['en', 'March 3rd, 2025', '2025-03-03'],
    ['en', '3rd of March 2025', '2025-03-03'],
    ['en', '04-Mar-2025', '2025-03-04'],
    ['en', 'the 3rd of March, 2025', '2025-03-03'],
    ['en-GB', '03/04/2025', '2025-04-03'],
    ['en-US', '03/04/2025', '2025-03-04'],
    ['en-US', '15/4/2025', '2025-04-15'],
    ['es-PR', '03/04/2025', undefined],
    ['fr', '3 mars 2025', '2025-03-03'],
    ['fr', '1er août 2025', '2025-08-01'],
    ['fr', '03/04/2025', '2025-04-03'],
    ['it', '3 marzo 2025', '2025-03-03'],
    ['it', '03/04/2025', '2025-04-03'],
    ['nl', '3 maart 2025', '2025-03-03'],
    ['nl', '3-4-2025', '2025-04-03'],
    ['pt', '3 de março de 2025', '2025-03-03'],
    ['pt', '03/04/2025', '2025-04-03'],
    ['sv', '03/04/2025', undefined],
    ['sv', '3 March 2025', '2025-03-03'],
  ])('in %s %j is %j', (locale, text, value) => {
    expect(readDate(text, locale)).toBe(value);
  });

  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(Date.UTC(1990, 0, 1 + n)));

  it('is what the locale itself writes out, and the ISO form in every language', () => {
    const written = fc.constantFrom(
      'en-GB',
      'en-US',
      'de-DE',
      'de-AT',
      'es-ES',
      'es-MX',
      'fr-FR',
      'it-IT',
      'nl-NL',
      'pt-BR',
    );
    const styles = fc.constantFrom('full', 'long' as const, 'medium' as const);
    fc.assert(
      fc.property(days, written, styles, (date, locale, dateStyle) => {
        const text = date.toLocaleDateString(locale, { dateStyle, timeZone: 'UTC' });
        const iso = date.toISOString().slice(0, 10);
        expect([text, readDate(text, locale), readDate(iso, locale)]).toEqual([text, iso, iso]);
      }),
      { numRuns: 400 },
    );
  });

  it('is never made of anything that throws', () => {
    const pieces = fc.constantFrom('3', '12', '2025', '.', '/', '-', ' ', 'de', 'märz', 'marzo', 'may', 'º', ',');
    const text = fc.oneof(
      fc.array(pieces).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'de', 'es', 'fr', 'sv', ''), (said, locale) => {
        expect(readDate(said, locale) ?? '2025-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
      { numRuns: 500 },
    );
  });
});
