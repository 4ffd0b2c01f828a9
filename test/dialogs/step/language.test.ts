import { describe, expect, it } from 'vitest';
import { programOf, talkTo } from './talk.ts';

const bot = `
dialog: refund
about: getting your money back
start: { intents: [refund] }
slots:
  order_number:
    type: order_number
    ask: [Which order?, What is its number?]
    again: It has 8 digits.
  colour: { type: choice, ask: Which colour?, options: [{ value: red, title: Red one }, { value: blue, title: Blue one }] }
steps:
  - ask: order_number
  - ask: colour
  - confirm: "Shall I send {price, number, ::currency/EUR} back?"
  - say: "Done: {colour}."
  - set: { price: 1 }
---
dialog: status
start: { intents: [status] }
steps:
  - say: { text: On its way., buttons: [Where is it?, { value: stop, title: Stop it }, { value: I want a person, title: Person }] }
---
dialog: on.start
steps:
  - say: Hello.
---
dialog: on.silence
start: { silence: 5m }
steps:
  - say: Still there?
---
translations:
  - { en: On its way., de: Unterwegs. }
  - { en: "Where is it?", de: Wo ist es? }
  - { en: Stop it, de: Aufhören }
  - { en: Person, de: Mensch }
  - { en: I want a person, de: Ich möchte einen Menschen }
  - { en: Hello., de: "Guten Tag.", de-AT: Servus., es: Hola. }
  - { en: getting your money back, de: Ihr Geld zurück }
  - en: Which order?
    de: [Welche Bestellung?, Um welche Bestellung geht es?]
  - { en: "What is its number?", de: Wie lautet die Nummer? }
  - { en: It has 8 digits., de: Sie hat 8 Ziffern. }
  - { en: "Which colour?", de: Welche Farbe? }
  - { en: Red one, de: Rot }
  - { en: Blue one, de: Blau }
  - { en: "Shall I send {price, number, ::currency/EUR} back?", de: "Soll ich {price, number, ::currency/EUR} zurückschicken?" }
  - { en: "Done: {colour}.", de: "Erledigt: {colour}." }
  - { en: "Still there?", de: Sind Sie noch da? }
---
of: refund
translations:
  - { en: It has 8 digits., de: "Acht Ziffern, bitte." }
`;
const speaking = () => programOf(bot, [], ['de', 'de-AT', 'es']);

describe('a bot of several languages', () => {
  it('greets in the language the conversation begins with, or the nearest it has', () => {
    const greeting = (locale: string) => talkTo(speaking(), {}, { locale }).of('bot.said')[0];
    expect(greeting('de-DE')).toMatchObject({ words: { text: 'Guten Tag.' }, data: { language: 'de' } });
    expect(greeting('de-AT')).toMatchObject({ words: { text: 'Servus.' }, data: { language: 'de-AT' } });
    expect(greeting('es-MX')).toMatchObject({ words: { text: 'Hola.' }, data: { language: 'es' } });
    expect(greeting('fr')).toMatchObject({ words: { text: 'Hello.' }, data: { language: 'en' } });
  });

  it('goes on in the language the customer writes in, and keeps what it knows', () => {
    const talk = talkTo(speaking());
    expect(talk.says('#refund')).toEqual(['Which order?']);
    expect(talk.says('12345678 @de')).toEqual(['Welche Farbe?']);
    expect(talk.of('locale.changed')).toMatchObject([{ data: { from: 'en', to: 'de', by: 'message' } }]);
    expect(talk.state.locale).toBe('de');
    expect(talk.of('question.asked').map(({ data }) => data.slot)).toEqual(['order_number', 'colour']);
  });

  it('shows and reads choices, and formats values, in that language', () => {
    const talk = talkTo(speaking(), {}, { locale: 'de' });
    talk.says('#refund 12345678');
    expect(talk.of('bot.said').at(-1)?.words?.choices).toEqual([
      { value: 'red', title: 'Rot' },
      { value: 'blue', title: 'Blau' },
    ]);
    expect(talk.says('blau')).toEqual([expect.stringMatching(/^Soll ich .*zurückschicken\?$/)]);
    expect(
      talk
        .of('bot.said')
        .at(-1)
        ?.words?.choices?.map(({ title }) => title),
    ).toEqual(['Ja', 'Nein']);
  });

  it('takes variations of a translation as variations, and the one of the dialog before that for all', () => {
    const said = (random: number) => talkTo(speaking(), {}, { locale: 'de', random }).says('#refund')[0];
    expect([said(0), said(0.4), said(0.9)]).toEqual([
      'Welche Bestellung?',
      'Um welche Bestellung geht es?',
      'Wie lautet die Nummer?',
    ]);
    const talk = talkTo(speaking(), {}, { locale: 'de' });
    talk.says('#refund');
    expect(talk.says('hm')).toEqual(['Acht Ziffern, bitte.']);
  });

  it('says its short answers and the names of its dialogs in that language', () => {
    const talk = talkTo(speaking(), {}, { locale: 'de' });
    expect(talk.says('#hours')).toEqual(['Immer offen.']);
    expect(talk.of('bot.said').at(-1)?.data.at).toMatchObject({ dialog: 'answers', file: 'intents/test.de.yaml' });
    expect(talk.says('#flow.help').join()).toContain('Ihr Geld zurück');
  });

  it('changes to a language that is asked for, says so in it, and puts the open question again', () => {
    const talk = talkTo(speaking());
    talk.says('#refund');
    expect(talk.says('can we speak ?de')).toEqual(['Gern, machen wir auf Deutsch weiter.', 'Welche Bestellung?']);
    expect(talk.of('locale.changed')).toMatchObject([{ data: { by: 'request' } }]);
    expect(talk.of('slot.refused')).toEqual([]);
  });

  it('says which languages it speaks when it is asked for another', () => {
    const talk = talkTo(speaking());
    expect(talk.says('?fr')).toEqual([
      "I'm sorry, I don't speak that language. These I do: English, German, Austrian German, Spanish.".replace(
        'German, Austrian German, Spanish',
        'German, Austrian German, and Spanish',
      ),
    ]);
    expect(talk.state.locale).toBe('en');
  });

  it('takes the language of the channel from the first message only', () => {
    const talk = talkTo(speaking());
    talk.says({ text: '#refund', locale: 'de-DE' });
    expect(talk.state.locale).toBe('de-DE');
    talk.says({ text: '12345678', locale: 'en' });
    expect(talk.state.locale).toBe('de-DE');
    talk.says('hello @de');
    expect(talk.of('locale.changed')).toHaveLength(1);
  });

  it('offers buttons that say what the customer would write in their language, and keeps values that are named', () => {
    const choices = (locale: string) => {
      const talk = talkTo(speaking(), {}, { locale });
      talk.says('#status');
      return talk.of('bot.said').at(-1)?.words?.choices;
    };
    expect(choices('de')).toEqual([
      { value: 'Wo ist es?', title: 'Wo ist es?' },
      { value: 'stop', title: 'Aufhören' },
      { value: 'Ich möchte einen Menschen', title: 'Mensch' },
    ]);
    expect(choices('en')?.[0]).toEqual({ value: 'Where is it?', title: 'Where is it?' });
  });

  it('speaks to a silent customer in their language', () => {
    const talk = talkTo(speaking(), {}, { locale: 'de' });
    talk.says('#refund');
    talk.wait(300_000);
    expect(talk.of('bot.said').map(({ words }) => words?.text)).toContain('Sind Sie noch da?');
  });

  it('has the texts of the framework in German and Spanish', () => {
    const bare = programOf('dialog: a\nsteps: []\n', [], ['de', 'es']);
    expect(talkTo(bare, {}, { locale: 'de' }).says('xyz')).toEqual([
      'Das habe ich nicht sicher verstanden. Könnten Sie es anders sagen?',
    ]);
    expect(talkTo(bare, {}, { locale: 'es' }).says('#flow.repeat')[0]).toBe('Claro, aquí está otra vez.');
  });
});
