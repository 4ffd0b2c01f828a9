import { describe, expect, it } from 'vitest';
import { longestForm } from '../../../../src/dialogs/compile/brand/longest-form.ts';
import { readingEase } from '../../../../src/dialogs/compile/brand/reading-ease.ts';
import { compileBot } from '../../../../src/dialogs/compile/compile-bot.ts';

const where = { file: 'intents/a.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };
const vocabulary = {
  intents: new Map([
    ['refund', where],
    ['human.request', where],
  ]),
  answers: new Map(),
  answersIn: new Map(),
  entities: new Set<string>(),
  actions: new Map(),
};

/** Findings about the brand, as `file:line:column code`. */
function lint(files: Readonly<Record<string, string>>): readonly string[] {
  const all = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { problems } = compileBot(all, vocabulary, { locale: 'en', locales: ['de'] });
  return problems
    .filter(({ code, file }) => code.startsWith('BRAND') || file === 'brand.yaml')
    .map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code} ${message}`);
}

const talk = (...said: readonly string[]) =>
  `dialog: pay\nstart: { intents: [refund] }\nsteps:\n${said.map((text) => `  - say: "${text}"\n`).join('')}`;

const brand = `brand:
  longest: 40
  ease: 60
  forbidden:
    en: [ { say: Unfortunately, instead: what can be done, why: it helps nobody }, ass ]
    de: [leider]
`;

describe('the brand', () => {
  it('names every word that is not to be said where it is said, whole words only', () => {
    expect(
      lint({ 'brand.yaml': brand, 'dialogs/a.yaml': talk('We pass it on.', 'It is, unfortunately, gone.') }),
    ).toEqual([
      "dialogs/a.yaml:5:10 BRAND_WORD the business does not want its bot to say 'Unfortunately': it helps nobody",
    ]);
  });

  it('looks into translations, with the words of their language', () => {
    const de = 'translations:\n  - en: It is gone.\n    de: Leider ist es weg.\n';
    expect(lint({ 'brand.yaml': brand, 'dialogs/a.yaml': talk('It is gone.'), 'dialogs/de.yaml': de })).toEqual([
      "dialogs/de.yaml:3:9 BRAND_WORD the business does not want its bot to say 'leider'",
    ]);
  });

  it('finds texts that are too long, by their longest form and without values', () => {
    const forms = '{n, plural, one {One item is on its way to you} other {# of them are on their way to you now, all}}';
    expect(longestForm(`Hello {customer.name}! ${forms}`)).toBe('Hello ! # of them are on their way to you now, all');
    expect(longestForm('Torn {n, plural, one {x}')).toBe('Torn {n, plural, one {x}');
    const dialog = talk('{order_number_that_is_very_long} {another_value_with_a_name} is here.', `Hello! ${forms}`);
    expect(lint({ 'brand.yaml': brand, 'dialogs/a.yaml': dialog })).toEqual([
      'dialogs/a.yaml:5:10 BRAND_LONG this text has 49 characters; brand.yaml allows 40',
    ]);
  });

  it('finds texts that are hard to read', () => {
    const hard =
      'Notwithstanding aforementioned considerations regarding contractual responsibilities, customers acknowledging modifications automatically relinquish corresponding entitlements concerning reimbursement, substitution or rectification of irregularities.';
    const found = lint({ 'brand.yaml': brand.replace('40', '999'), 'dialogs/a.yaml': talk(hard) });
    expect(found).toEqual([expect.stringMatching(/^dialogs\/a.yaml:4:10 BRAND_HARD .* reading ease is 0 of 100/)]);
  });

  it('says nothing of style where the business says nothing', () => {
    expect(lint({ 'dialogs/a.yaml': talk('Unfortunately not.') })).toEqual([]);
  });

  it('misses an apology in what is said when something went wrong, in each language', () => {
    const error = (text: string) => `dialog: on.error\nsteps:\n  - say: ${text}\n  - handoff: { reason: error }\n`;
    expect(lint({ 'dialogs/error.yaml': error('That failed.') })).toEqual([
      'dialogs/error.yaml:1:9 BRAND_APOLOGY something went wrong, and nobody says sorry for it (en)',
    ]);
    const sorry = error('Sorry, that failed.');
    expect(lint({ 'dialogs/error.yaml': sorry })).toEqual([]);
    const german = (de: string) => `translations:\n  - en: Sorry, that failed.\n    de: ${de}\n`;
    expect(lint({ 'dialogs/error.yaml': sorry, 'dialogs/de.yaml': german('Das ging schief.') })).toEqual([
      'dialogs/error.yaml:1:9 BRAND_APOLOGY something went wrong, and nobody says sorry for it (de)',
    ]);
    expect(lint({ 'dialogs/error.yaml': sorry, 'dialogs/de.yaml': german('Das tut uns leid.') })).toEqual([]);
    const own = 'brand: { apologies: { en: [our fault] } }';
    expect(lint({ 'brand.yaml': own, 'dialogs/error.yaml': error('Our fault.') })).toEqual([]);
  });

  it('with a mistake in it is refused with its place', () => {
    expect(lint({ 'brand.yaml': 'brand: { longst: 40 }', 'dialogs/a.yaml': talk('Hello.') })).toEqual([
      expect.stringMatching(/^brand.yaml:1:10 SCHEMA_INVALID .*longst/),
    ]);
  });
});

describe('reading ease', () => {
  it('is near the published figures of texts that are', () => {
    // Lincoln's Gettysburg Address, first two sentences; readability formulas put its Flesch score between 45 and 65
    const address =
      'Four score and seven years ago our fathers brought forth on this continent a new nation, conceived in liberty, and dedicated to the proposition that all men are created equal. Now we are engaged in a great civil war, testing whether that nation, or any nation so conceived and so dedicated, can long endure.';
    expect(readingEase(address, 'en')).toBeGreaterThan(45);
    expect(readingEase(address, 'en')).toBeLessThan(65);
    const plain =
      'The cat sat on the mat. The dog ran to the man. We can help you now. Tell us what you need, and we do it.';
    expect(readingEase(plain, 'en')).toBeGreaterThan(90);
  });

  it('is not told of short texts and of languages without a formula', () => {
    expect(readingEase('Thank you.', 'en')).toBeUndefined();
    expect(readingEase('слово '.repeat(30), 'ru')).toBeUndefined();
  });
});
