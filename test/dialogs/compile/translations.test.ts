import { describe, expect, it } from 'vitest';
import { problemText } from '../../../src/cli/process/output.ts';
import { compileBot } from '../../../src/dialogs/compile/compile-bot.ts';
import { whereOfIntent } from './vocabulary.ts';

const vocabulary = {
  intents: new Map([['refund.request', whereOfIntent(2)]]),
  answers: new Map(),
  entities: new Set(['order_number']),
  actions: new Map(),
};

const dialog = `dialog: refund
about: money back
start: { intents: [refund.request] }
slots:
  order_number: { type: order_number, ask: "Which order is it about, please?" }
steps:
  - ask: order_number
  - say: "Order {order_number} is paid back."
  - say: [Thank you., Thanks.]
`;

const whole = `translations:
  - { en: money back, de: Geld zurück }
  - { en: "Which order is it about, please?", de: Welche Bestellung? }
  - { en: "Order {order_number} is paid back.", de: "Bestellung {order_number} ist erstattet." }
  - { en: Thank you., de: Vielen Dank. }
  - { en: Thanks., de: Danke. }
`;

function findings(translations: string, locales: readonly string[] = ['de'], text = dialog): readonly string[] {
  const files = [
    { path: 'dialogs/refund.yaml', text },
    { path: 'dialogs/refund.de.yaml', text: translations },
  ];
  return compileBot(files, vocabulary, { locales })
    .problems.filter(({ code }) => code !== 'PERSON_OUT_OF_REACH')
    .map(problemText);
}

describe('translations', () => {
  it('that are whole have no problem', () => {
    expect(findings(whole)).toEqual([]);
  });

  it('that are missing are told at their text, with all languages that lack it, or once for a dialog', () => {
    const spanish = whole.replace('de: Vielen Dank.', 'de: Vielen Dank., es: Gracias.').replace(/^.*Thanks.*\n/m, '');
    const found = findings(spanish, ['de', 'es']);
    expect(found.filter((line) => line.includes('9:23'))).toEqual([
      `dialogs/refund.yaml:9:23 warning: this text has no translation into de, es: customers of that language get it as it stands
  fix: add to a file of translations: '- en: …' with the text, and 'de: …' below it  [TRANSLATION_MISSING]`,
    ]);
    expect(found.filter((line) => line.includes('into es'))).toHaveLength(3);
    expect(findings(whole, ['de', 'fr'])).toEqual([
      expect.stringContaining('dialogs/refund.yaml:1:9 warning: no text of this dialog has a translation into fr'),
    ]);
  });

  it('whose text was edited are told with what it is now', () => {
    expect(findings(whole.replace('Which order is it about, please', 'Which order is it about'))).toEqual([
      `dialogs/refund.de.yaml:3:7 warning: this text stands in no dialog, so its translations are never said
  fix: was it edited? The nearest text is now: "Which order is it about, please?"  [TRANSLATION_UNUSED]`,
      expect.stringContaining('dialogs/refund.yaml:5:44 warning: this text has no translation into de'),
    ]);
  });

  it('that use a value nobody sets are told at that value', () => {
    expect(findings(whole.replace('Bestellung {order_number}', 'Bestellung {order_numbre}'))).toEqual([
      `dialogs/refund.de.yaml:4:66 nobody sets 'order_numbre'
  fix: did you mean 'order_number'?  [EXPRESSION_UNKNOWN_NAME]`,
    ]);
  });

  it('that share a mistake with their text are left alone until that is mended', () => {
    const found = findings(
      whole.replaceAll('{order_number}', '{order_numbre}'),
      ['de'],
      dialog.replace('{order_number}', '{order_numbre}'),
    );
    expect(found).toEqual([expect.stringContaining("dialogs/refund.yaml:8:18 nobody sets 'order_numbre'")]);
  });

  it('into a language the bot does not speak are refused', () => {
    expect(findings(whole.replace('de: Danke.', 'ed: Danke.'))[0]).toBe(
      `dialogs/refund.de.yaml:6:20 warning: the bot does not speak 'ed', so nobody reads these translations
  fix: add it to 'locales' in touchpoint.yaml; known there: en, de  [TRANSLATION_LANGUAGE]`,
    );
  });

  it('of one text for one place twice are refused, and for one dialog beside all are not', () => {
    expect(findings(`${whole}  - { en: Thanks., de: Merci. }\n`)).toEqual([
      expect.stringMatching(
        /^dialogs\/refund\.de\.yaml:7:20 this text has a translation into 'de' already\n[\s\S]*TRANSLATION_DUPLICATE/,
      ),
    ]);
    expect(findings(`${whole}---\nof: refund\ntranslations:\n  - { en: Thanks., de: Merci. }\n`)).toEqual([]);
  });

  it('for a dialog that does not exist, or without the text itself, are refused', () => {
    expect(findings(`${whole}---\nof: refnd\ntranslations:\n  - { en: Thanks., de: Merci. }\n`).join()).toContain(
      "dialogs/refund.de.yaml:8:5 dialog 'refnd' does not exist",
    );
    expect(findings(`${whole}  - { de: Merci., es: Gracias. }\n`, ['de', 'es']).join()).toContain(
      'dialogs/refund.de.yaml:7:7 this translates nothing: the text itself, in the language of the files, is missing',
    );
  });

  it('of the wrong form are told with their place, and the others count', () => {
    const found = findings(`${whole.replace('de: Danke.', 'DE: Danke.')}`);
    expect(found.join('\n')).toMatch(/dialogs\/refund\.de\.yaml:6:20 [\s\S]*language tag/);
    expect(found.filter((line) => line.includes('TRANSLATION_MISSING'))).toHaveLength(1);
  });

  it('may be of texts of the framework, whatever the language of the files', () => {
    const files = [
      { path: 'dialogs/a.yaml', text: 'translations:\n  - { en: Try again, de: Nochmal, fr: Réessayer }\n' },
    ];
    const { problems, program } = compileBot(files, vocabulary, { locale: 'de', locales: ['fr'] });
    expect(problems.filter(({ file }) => file === 'dialogs/a.yaml')).toEqual([]);
    expect(program?.translations.get('fr')?.get('\nTry again')?.[0]?.format({})).toBe('Réessayer');
    expect(program?.translations.get('de')?.get('\nTry again')?.[0]?.format({})).toBe('Nochmal');
  });
});
