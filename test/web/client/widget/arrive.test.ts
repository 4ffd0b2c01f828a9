import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChatState, emptyChat } from '../../../../src/web/client/widget/chat/chat-state.ts';
import { reduce } from '../../../../src/web/client/widget/chat/reduce.ts';
import { readFrame } from '../../../../src/web/client/widget/directline/activity.ts';

const session = { conversationId: 'c', token: 't', userId: 'me', renewAt: 0, signed: '' };
const said = Array.from({ length: 12 }, (_, index) => ({
  type: 'message',
  id: `c|${index}`,
  timestamp: new Date(1_000 * index).toISOString(),
  from: index % 3 === 0 ? { id: 'me' } : { id: 'bot', role: 'bot' },
  text: `Message ${index}`,
  channelData: index % 3 === 0 ? { clientActivityID: `own-${index}` } : undefined,
}));

function arrive(state: ChatState, from: number, to: number): ChatState {
  const frame = readFrame(JSON.stringify({ activities: said.slice(from, to), watermark: String(to) }));
  return reduce(state, { type: 'arrived', frame, at: 0 });
}

/** Own messages were queued before anything came back. */
const before = said
  .filter(({ channelData }) => channelData)
  .reduce<ChatState>(
    (state, { text, channelData }) =>
      reduce(state, {
        type: 'queued',
        outgoing: { clientId: channelData?.clientActivityID ?? '', text, label: '', at: 0, state: 'sent' },
      }),
    { ...emptyChat, session },
  );

describe('what arrives over a stream that breaks and repeats itself', () => {
  it('is shown once and in order, whatever was sent again', () => {
    const steps = fc.array(fc.nat(said.length), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (repeats) => {
        let [state, reached] = [before, 0];
        for (const back of repeats) {
          const to = Math.min(said.length, reached + 3);
          state = arrive(state, Math.max(0, reached - back), to);
          reached = to;
        }
        state = arrive(state, 0, said.length);
        expect(state.entries.map((entry) => entry.kind === 'message' && entry.text)).toEqual(
          said.map(({ text }) => text),
        );
        expect(state.outbox).toEqual([]);
      }),
    );
  });

  it('changes nothing where it is no frame', () => {
    for (const json of ['', 'null', '[]', '{', '{"activities":7}', '{"activities":[null,7,{}]}']) {
      expect(reduce(before, { type: 'arrived', frame: readFrame(json), at: 0 }).entries).toEqual([]);
    }
  });
});
