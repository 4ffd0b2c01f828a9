import { expect, it } from 'vitest';
import { findRisk } from '../../src/languages/find-risk.ts';

it.each([
  ["I can't go on, I want to kill myself", 'self_harm'],
  ['Ich will nicht mehr leben', 'self_harm'],
  ['no quiero seguir viviendo', 'self_harm'],
  ['The charger caught fire and burned my hand', 'injury'],
  ['Ich habe einen Stromschlag bekommen', 'injury'],
  ['El horno explotó', 'injury'],
  ['somebody hacked my account', 'fraud'],
  ['my card was stolen', 'fraud'],
  ['Mein Konto wurde gehackt', 'fraud'],
  ['esto es una estafa', 'fraud'],
  ['you will hear from my lawyer', 'legal'],
  ['Ich gehe zur Verbraucherzentrale', 'legal'],
  ['voy a hablar con mi abogada', 'legal'],
])('%s is about %s', (text, risk) => {
  expect(findRisk(text)).toBe(risk);
});

it('names the gravest of several', () => {
  expect(findRisk('My lawyer knows that I was injured')).toBe('injury');
});

it.each([
  'Where is my order 12345678?',
  'I am dying to see my new table',
  'My parcel was stolen from the porch',
  'Der Brand war leider falsch gedruckt',
  'This is a legal holiday in Spain',
  'The candle burns badly',
  'I issue you an invoice',
  '¿Cuándo llega mi pedido?',
])('%s is no risk', (text) => {
  expect(findRisk(text)).toBeNull();
});
