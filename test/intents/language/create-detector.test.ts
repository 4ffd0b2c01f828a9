import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../../src/intents/language/create-detector.ts';

const detect = createDetector([
  { locale: 'en', phrases: ['where is my order', 'I want my money back', 'cancel', 'my parcel is late'] },
  { locale: 'de', phrases: ['wo ist meine Bestellung', 'Geld zurück', 'stornieren', 'Sendungsverfolgung'] },
  { locale: 'es', phrases: ['dónde está mi pedido', 'devolución', 'cancelar'] },
]);
const free = { locale: 'en', expectsAnswer: false, isOffered: false };
const asked = { ...free, expectsAnswer: true };

describe('the language of a message', () => {
  it.each([
    ['Wo ist meine Bestellung?', 'de'],
    ['ich habe ein Problem mit der Zahlung', 'de'],
    ['¿dónde está mi pedido?', 'es'],
    ['donde esta mi pedido', 'es'],
    ['quiero hablar con una persona', 'es'],
    ['Sendungsverfolgung', 'de'],
    ['hola', 'es'],
    ['Guten Tag', 'de'],
  ])('%s is told from English', (text, language) => {
    expect(detect(text, free)).toBe(language);
  });

  it.each([
    'where is my order',
    'cancel',
    'ok',
    '12345678',
    '',
    '👍',
    'Kettle Tarn',
    'no',
    'Rotkäppchen',
    'the Sendungsverfolgung of my order',
  ])('%j stays English', (text) => expect(detect(text, free)).toBeUndefined());

  it('is told from any of them', () => {
    expect(detect('where is my order', { ...free, locale: 'de' })).toBe('en');
    expect(detect('wo ist meine Bestellung', { ...free, locale: 'de' })).toBeUndefined();
  });

  it('changes for no word or two that may be an answer, and for a sentence all the same', () => {
    expect(
      ['Sendungsverfolgung', 'hola', 'Bestellung Geld', 'Maria del Mar'].map((text) => detect(text, asked)),
    ).toEqual([undefined, undefined, undefined, undefined]);
    expect(detect('das habe ich nicht mehr', asked)).toBe('de');
  });

  it('does not change for what the bot itself offered', () => {
    expect(detect('Wo ist meine Bestellung?', { ...free, isOffered: true })).toBeUndefined();
  });

  it('is not guessed by a bot of one language, nor for one it does not speak', () => {
    expect(createDetector([{ locale: 'en', phrases: [] }])('wo ist das', free)).toBeUndefined();
    expect(detect('wo ist das', { ...free, locale: 'fr' })).toBeUndefined();
  });

  it('is looked for in any text, however long', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 3_000 }), (text) => void detect(text, free)));
    expect(detect('wo ist das '.repeat(10_000), free)).toBe('de');
  });
});
