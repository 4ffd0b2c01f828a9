import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/languages/fold-text.ts';

describe('folding a text', () => {
  it.each([
    ['en', 'CAFÉ’s', "cafe's"],
    ['en', 'Blue does, Straße', 'blue does, strasse'],
    ['es', 'SEÑOR, ¿Cuándo?', 'senor, ¿cuando?'],
    ['', 'Œuvre Łódź Ærø', 'oeuvre lodz aero'],
    ['ja', 'ガ', 'ガ'],
  ])('in %j makes %s %s', (locale, text, folded) => {
    expect(foldText(text, locale)).toBe(folded);
  });

  it.each([
    ['für', 'fuer', 'FÜR', 'fur'],
    ['größe', 'groesse', 'GRÖSSE', 'grosse'],
    ['zurück', 'zurueck', 'zuruck', 'Zurück'],
    ['Häuser', 'haeuser', 'hauser', 'Ha\u0308user'],
    ['übrig', 'uebrig', 'Übrig', 'ubrig'],
  ])('in German makes all spellings of %s one', (...spellings) => {
    expect(new Set(spellings.map((text) => foldText(text, 'de-AT'))).size).toBe(1);
  });

  it('leaves the e behind a vowel or q in German, where it is no umlaut', () => {
    expect(['neue', 'Bauer', 'quer', 'teuer'].map((text) => foldText(text, 'de'))).toEqual([
      'neue',
      'bauer',
      'quer',
      'teuer',
    ]);
  });

  it('does not take other languages for German', () => {
    expect(['den', 'deu-x', 'da'].map((locale) => foldText('ae', locale))).toEqual(['ae', 'ae', 'ae']);
  });
});
