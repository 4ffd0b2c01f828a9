import { expect, test } from 'vitest';
import { toActivity } from '../../../src/channels/directline/activities/to-activity.ts';
import type { DraftOf, EventOf } from '../../../src/events/event.ts';

function activityOf(words: NonNullable<DraftOf<'bot.said'>['words']>, survey?: DraftOf<'bot.said'>['data']['survey']) {
  const data = { at: null, choices: 0, expectsInput: false, ...(survey === undefined ? {} : { survey }) };
  const place = { conversation: 'c', seq: 1, at: 0, turn: 0, case: null, v: 1 };
  const event: EventOf<'bot.said'> = { type: 'bot.said', actor: 'bot', data, words, ...place };
  return toActivity(event, { botName: 'Robin', replyTo: undefined, origin: '' });
}

test('cards go out as hero cards of Bot Framework, beside each other where they are a carousel', () => {
  const activity = activityOf({
    text: 'Your orders',
    isCarousel: true,
    cards: [
      {
        title: 'Kettle',
        subtitle: 'red',
        text: 'on its way',
        image: { url: 'https://a.example/k.png', alt: 'A red kettle' },
        buttons: [
          { title: 'Follow', url: 'https://a.example/7' },
          { title: 'Cancel', value: 'cancel 7' },
        ],
      },
      { title: 'Mug' },
    ],
  });
  expect(activity).toMatchObject({
    text: 'Your orders',
    attachmentLayout: 'carousel',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.hero',
        content: {
          title: 'Kettle',
          subtitle: 'red',
          text: 'on its way',
          images: [{ url: 'https://a.example/k.png', alt: 'A red kettle' }],
          buttons: [
            { type: 'openUrl', title: 'Follow', value: 'https://a.example/7' },
            { type: 'imBack', title: 'Cancel', value: 'cancel 7' },
          ],
        },
      },
      { contentType: 'application/vnd.microsoft.card.hero', content: { title: 'Mug' } },
    ],
  });
});

test('a picture alone goes out as a picture, with its words as its name', () => {
  const image = (url: string) => activityOf({ text: '', cards: [{ image: { url, alt: 'A map' } }] })?.attachments?.[0];
  expect(image('https://a.example/m.jpg?x=1')).toEqual({
    contentType: 'image/jpeg',
    contentUrl: 'https://a.example/m.jpg?x=1',
    name: 'A map',
  });
  expect(image('https://a.example/m')).toMatchObject({ contentType: 'image/png' });
});

test('the question of a survey carries its item and scale', () => {
  const activity = activityOf({ text: 'How was it?' }, { item: 'csat', scale: ['1', '2'] });
  expect(activity?.channelData).toEqual({ touchpoint: { survey: { item: 'csat', scale: ['1', '2'] } } });
});

test('a text goes out with the language it is said in, where the bot has several', () => {
  const data = { at: null, choices: 0, expectsInput: false, language: 'de' };
  const place = { conversation: 'c', seq: 1, at: 0, turn: 0, case: null, v: 1 };
  const event: EventOf<'bot.said'> = { type: 'bot.said', actor: 'bot', data, words: { text: 'Guten Tag.' }, ...place };
  expect(toActivity(event, { botName: 'Robin', replyTo: undefined, origin: '' })).toMatchObject({
    text: 'Guten Tag.',
    locale: 'de',
  });
  expect(activityOf({ text: 'Hello.' })).not.toHaveProperty('locale');
});
