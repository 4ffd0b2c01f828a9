import { expect, it } from 'vitest';
import { parseNumber } from '../../../src/languages/numbers/parse-number.ts';

it('a mark before three digits is read as the locale writes it, in every region', () => {
  const regions =
    'AR AT AU BE BO CA CH CL CO CR DE DO EC ES FR GB GT HN IE IN IT LI LU MX NI NL NZ PA PE PR PT PY SV US UY VE'.split(
      ' ',
    );
  for (const language of ['de', 'es', 'it', 'nl', 'pt', 'fr']) {
    for (const locale of [language, ...regions.map((region) => `${language}-${region}`)]) {
      const isPoint = new Intl.NumberFormat(locale).format(1.5) === '1.5';
      expect([locale, parseNumber('1.234', locale)]).toEqual([locale, isPoint ? 1.234 : 1234]);
      expect([locale, parseNumber('1,234', locale)]).toEqual([locale, isPoint ? 1234 : 1.234]);
    }
  }
});
