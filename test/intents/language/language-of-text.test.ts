import { expect, it } from 'vitest';
import { createLanguageOfText } from '../../../src/intents/language/language-of-text.ts';

const languageOf = createLanguageOfText();

it.each([
  ['where is my parcel', 'en'],
  ['wo ist mein Paket', 'de'],
  ['übermorgen um halb drei', 'de'],
  ['¿dónde está mi pedido?', 'es'],
  ['je veux un remboursement pour ma commande', 'fr'],
  ['non ho ancora ricevuto il pacco', 'it'],
  ['waar is mijn bestelling', 'nl'],
  ['não recebi a minha encomenda', 'pt'],
  ['siparişim nerede', 'tr'],
  ['我想退货', 'zh'],
  ['返品したいです', 'ja'],
  ['환불하고 싶어요', 'ko'],
  ['أريد استرداد أموالي', 'ar'],
  ['где мой заказ', 'ru'],
  ['πού είναι η παραγγελία μου', 'el'],
  ['iPhone 15 はどこですか', 'ja'],
])('%s is told to be in %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});

it.each(['', '🙂', '12345678', '\u0000\u0007', 'xyzzy'])('%j tells no language', (text) => {
  expect(languageOf(text)).toBeUndefined();
});
