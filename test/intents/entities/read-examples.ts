/** Texts with the values they hold, written by hand: one `text | type | value` a line, `none` for a text that holds none of the type. */
import { readFileSync } from 'node:fs';
import type { Moment } from '../../../src/intents/entities/built-in/built-in-finder.ts';

export type Sample = { readonly text: string; readonly type: string; readonly value: unknown };

const zones = {
  en: 'Europe/London',
  de: 'Europe/Berlin',
  es: 'Europe/Madrid',
  fr: 'Europe/Paris',
  it: 'Europe/Rome',
  nl: 'Europe/Amsterdam',
  pt: 'Europe/Lisbon',
} as const;

export type ExampleLocale = keyof typeof zones;

export const exampleLocales: readonly ExampleLocale[] = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt'];

/** Tuesday, 4 March 2025, 10:00 by the clocks of the place. */
export function momentOf(locale: ExampleLocale): Moment {
  const zone = zones[locale];
  return { now: Date.parse(`2025-03-04T${locale === 'en' || locale === 'pt' ? '10' : '09'}:00:00Z`), zone };
}

/** @returns `value` is `undefined` where none is expected */
export function readExamples(locale: ExampleLocale): readonly Sample[] {
  const lines = readFileSync(new URL(`examples/${locale}.txt`, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [text = '', type = '', value = ''] = line.split(' | ');
      return { text, type, value: expectedOf(type, value) };
    });
}

const texts = ['date', 'time', 'datetime', 'duration'];

function expectedOf(type: string, value: string): unknown {
  if (value === 'none') return undefined;
  return texts.includes(type) ? value : JSON.parse(value);
}
