import { expect, it } from 'vitest';
import { languageOf, regionOf } from '../../src/languages/language-of.ts';

it.each([
  ['de-AT', 'de', 'AT'],
  ['EN', 'en', ''],
  ['zh-Hant-TW', 'zh', 'TW'],
  ['es-419', 'es', '419'],
  ['pt-br', 'pt', 'BR'],
  ['de-DE-u-co-phonebk', 'de', 'DE'],
  ['', '', ''],
  ['1', '', ''],
])('%j is of language %j and region %j', (locale, language, region) => {
  expect([languageOf(locale), regionOf(locale)]).toEqual([language, region]);
});
