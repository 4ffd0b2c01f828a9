import { describe, expect, it } from 'vitest';
import { programOf, talkTo } from './talk.ts';

const program = programOf(`
dialog: refund
about: get money back
start: { intents: [refund] }
slots:
  order_number: { type: order_number, ask: Which order?, attempts: 2 }
steps:
  - ask: order_number
  - say: Done with {order_number}.
`);
const file = { id: 'f1', contentType: 'image/png', name: 'cup.png', bytes: 9 };
const photo = { text: '', files: [file] };

describe('a file without a word', () => {
  it('is thanked for, and is nothing that was not understood', () => {
    const talk = talkTo(program);
    expect(talk.says(photo)).toEqual([expect.stringContaining("I've kept your file with this conversation")]);
    expect(talk.says({ text: ' ', files: [file, file] })).toEqual([expect.stringContaining('your 2 files')]);
    expect(talk.of('message.unmatched')).toEqual([]);
  });

  it('is the same on a messenger, which keeps the file itself', () => {
    const attachments = [{ contentType: 'image/jpeg', contentUrl: 'https://files.example/1' }];
    expect(talkTo(program).says({ text: '', channelData: { attachments } })).toEqual([
      expect.stringContaining("I've kept your file"),
    ]);
    expect(talkTo(program).says({ text: '', channelData: { else: 1 } })).not.toEqual([
      expect.stringContaining("I've kept your file"),
    ]);
  });

  it('leaves the open question open, however often, and costs no attempt', () => {
    const talk = talkTo(program);
    talk.says('#refund');
    for (let count = 0; count < 3; count++) expect(talk.says(photo).at(-1)).toContain('Which order?');
    expect(talk.says('12345678')).toEqual(['Done with 12345678.']);
    expect(talk.of('slot.refused')).toEqual([]);
    expect(talk.of('handoff.requested')).toEqual([]);
  });

  it('with words is a message like any other', () => {
    const talk = talkTo(program);
    expect(talk.says({ text: '#refund', files: [file] })).toEqual(['Which order?']);
  });
});
