import { describe, expect, it } from 'vitest';
import { createAskedLanguage } from '../../../src/intents/language/asked-language.ts';

const asked = createAskedLanguage(['en', 'de', 'es']);

describe('a wish for a language', () => {
  it.each([
    ['can we speak German?', 'de'],
    ['German please', 'de'],
    ['auf Deutsch bitte', 'de'],
    ['Können wir deutsch sprechen?', 'de'],
    ['en español, por favor', 'es'],
    ['¿hablas español?', 'es'],
    ['castellano', 'es'],
    ['Sprechen Sie Englisch?', 'en'],
    ['do you speak French', 'fr'],
    ['français', 'fr'],
    ['ENGLISH', 'en'],
  ])('%s', (text, language) => {
    expect(asked(text, false)).toBe(language);
  });

  it.each([
    'I want to return my German dictionary',
    'the manual is in Spanish only, I want my money back',
    'English or German?',
    'German shepherd',
    'hello',
    '',
    'is there an English manual',
    `${'please '.repeat(30)}German`,
  ])('is none in %j', (text) => {
    expect(asked(text, false)).toBeUndefined();
  });

  it('is no bare name where a question is open, but a sentence is', () => {
    expect(asked('German', true)).toBeUndefined();
    expect(asked('in German please', true)).toBe('de');
  });
});
