import { describe, expect, it } from 'vitest';
import { programOf, talkTo } from './talk.ts';

const program = programOf(`dialog: refund
about: get money back
start: { intents: [refund] }
slots: { order: { type: order_number, ask: "Which order?" } }
steps: [{ ask: order }, { say: "Money for {order} is on its way." }]
---
dialog: status
about: find a parcel
start: { intents: [status] }
steps: [{ say: "It is nearly there." }]`);

describe('several wishes in one message', () => {
  it('are served one after the other, the second when the first is done', () => {
    const talk = talkTo(program);
    expect(talk.says('#refund and #status')).toEqual(['Which order?']);
    expect(talk.state.wishes).toEqual(['status']);
    expect(talk.says('12345678')).toEqual([
      'Money for 12345678 is on its way.',
      'And now to what else you wanted: find a parcel.',
      'It is nearly there.',
    ]);
    expect(talk.state.wishes).toEqual([]);
    expect(talk.says('#refund 87654321')).toEqual(['Money for 87654321 is on its way.']);
  });

  it('are served in one turn where nothing must be asked', () => {
    expect(talkTo(program).says('#status and #refund')).toEqual([
      'It is nearly there.',
      'And now to what else you wanted: get money back.',
      'Which order?',
    ]);
  });

  it('have short answers at once, whichever is said first', () => {
    expect(talkTo(program).says('#refund and #hours')).toEqual(['Open all day.', 'Which order?']);
    expect(talkTo(program).says('#hours and #status')).toEqual([
      'Open all day.',
      'And now to what else you wanted: find a parcel.',
      'It is nearly there.',
    ]);
  });

  it('wait no longer once they were begun by themselves', () => {
    const talk = talkTo(program);
    talk.says('#refund and #status');
    expect(talk.says('#status')).toContain('It is nearly there.');
    expect(talk.says('12345678')).toEqual(['Money for 12345678 is on its way.']);
  });

  it('go on behind one that is called off', () => {
    const talk = talkTo(program);
    talk.says('#refund and #status');
    expect(talk.says('#flow.cancel')).toContain('It is nearly there.');
  });

  it('give way to a wish for a person', () => {
    const talk = talkTo(program);
    talk.says('#refund and #human.request');
    expect(talk.of('handoff.requested')).toHaveLength(1);
    expect(talk.state.wishes).toEqual([]);
  });

  it('are none in an answer in free words', () => {
    const asking = programOf(`dialog: complain
start: { intents: [flow.help] }
slots: { what: { type: text, ask: "What happened?" } }
steps: [{ ask: what }, { say: "I wrote down: {what}" }]
---
dialog: status
start: { intents: [status] }
steps: [{ say: "It is nearly there." }]
---
dialog: refund
start: { intents: [refund] }
steps: [{ say: "Money is on its way." }]`);
    const talk = talkTo(asking);
    talk.says('#flow.help');
    expect(talk.says('it broke #status #refund')).toEqual(['I wrote down: it broke #status #refund']);
    expect(talk.state.wishes).toEqual([]);
  });
});
