import { describe, expect, it } from 'vitest';
import { judgeFormat, signalsOf } from '../judging.ts';

const customer = { id: 'dl_1', name: 'Ada', role: 'user' };
const bot = { id: 'bot@1', name: 'Bot', role: 'bot' };

function activity(more: object): object {
  return {
    channelId: 'webchat',
    conversation: { id: 'conv1' },
    type: 'message',
    timestamp: '2026-03-02T09:00:00Z',
    ...more,
  };
}

describe('a transcript of the Bot Framework', () => {
  const activities = [
    activity({ type: 'conversationUpdate', from: customer }),
    activity({ from: customer, recipient: bot, text: 'I want a refund for my order' }),
    activity({ type: 'typing', from: bot }),
    activity({ from: bot, recipient: customer, text: "Sorry, I didn't understand." }),
    activity({ from: customer, recipient: bot, text: 'let me talk to an agent' }),
    activity({ type: 'event', name: 'handoff.initiate', from: bot }),
  ];

  it('is read from its activities; updates and typing say nothing', () => {
    const { rows, problems } = judgeFormat('botframework', JSON.stringify(activities, null, 2));
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ id: 'conv1', customerTurns: 2, outcome: 'escalated_unresolved' }]);
    expect(rows[0] && signalsOf(rows[0])).toEqual({ no_match: 1, human_request: 1, escalation: 1 });
    expect(rows[0]?.burdens.find(({ signal }) => signal === 'no_match')?.turns).toEqual([1]);
  });

  it('tells who speaks by who is spoken to, where roles are missing', () => {
    const plain = [
      activity({ from: { id: 'u1' }, recipient: { id: 'b1', role: 'bot' }, text: 'hello' }),
      activity({ from: { id: 'b1' }, recipient: { id: 'u1', role: 'user' }, text: 'hello' }),
    ];
    expect(judgeFormat('botframework', JSON.stringify(plain)).rows[0]?.customerTurns).toBe(1);
  });

  it('that is cut in the middle is told with its line, and the other conversations of the file are judged', () => {
    const other = activity({ conversation: { id: 'conv0' }, from: customer, text: 'thanks' });
    const text = JSON.stringify([other, ...activities], null, 1);
    const { rows, problems } = judgeFormat('botframework', text.slice(0, -100));
    expect(rows.map(({ id }) => id)).toEqual(['conv0']);
    const line = text.slice(0, -100).split('\n').length;
    expect(problems).toEqual([
      expect.stringMatching(new RegExp(`^file\\.json:${line}:\\d+ the conversation is cut off here`)),
    ]);
  });

  it('of something else is told what it should be', () => {
    expect(judgeFormat('botframework', '[{"role":"user"}]').problems).toEqual([
      expect.stringContaining("file.json:1:2 this is no activity of the Bot Framework: see 'type'"),
    ]);
  });
});

describe('a tracker of Rasa', () => {
  const user = (text: string, intent: string, timestamp: number) => ({
    event: 'user',
    text,
    timestamp,
    parse_data: { intent: { name: intent, confidence: 0.9 }, entities: [{ entity: 'order', value: '1' }] },
  });
  const tracker = {
    sender_id: 'abc',
    slots: {},
    events: [
      { event: 'action', name: 'action_session_start', timestamp: 1 },
      { event: 'action', name: 'action_listen', timestamp: 1 },
      user('where is it', 'order_status', 2),
      { event: 'action', name: 'action_default_fallback', timestamp: 3 },
      { event: 'bot', text: 'Sorry?', timestamp: 3 },
      { event: 'action', name: 'action_listen', timestamp: 3 },
      user('start again', 'restart', 5),
      { event: 'action', name: 'utter_ask_order', timestamp: 6 },
      { event: 'bot', text: 'Which order?', timestamp: 6 },
    ],
  };

  it('is read with its intents and actions, one, a list, or a line each', () => {
    const [one, list, lines] = [
      JSON.stringify(tracker, null, 2),
      JSON.stringify([tracker, tracker]),
      `${JSON.stringify(tracker)}\n${JSON.stringify(tracker)}\n`,
    ].map((text) => judgeFormat('rasa', text));
    expect(one?.rows.map(signalsOf)).toEqual([{ no_match: 1, restart: 1 }]);
    expect(list?.rows).toHaveLength(2);
    expect(lines?.rows).toEqual(list?.rows);
    expect(one?.rows[0]).toMatchObject({ id: 'abc', customerTurns: 2 });
  });

  it('that cannot be read does not keep the others from being judged', () => {
    const { rows, problems } = judgeFormat(
      'rasa',
      `${JSON.stringify(tracker)}\n{"sender_id":"x"}\n${JSON.stringify(tracker).slice(0, 90)}`,
    );
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([
      expect.stringContaining("file.json:2:1 this is no tracker of Rasa: see 'events'"),
      expect.stringContaining('file.json:3:91 the conversation is cut off here'),
    ]);
  });
});

describe('a conversation of Chatwoot', () => {
  const message = (message_type: number, content: string, more: object = {}) => ({
    message_type,
    content,
    created_at: 1_700_000_000,
    ...more,
  });
  const ann = { sender: { id: 5, type: 'user' } };
  const messages = [
    message(1, 'note to self', { ...ann, private: true }),
    message(0, 'my parcel is broken', { sender: { id: 9, type: 'contact' } }),
    message(1, 'Which order?', { sender: { id: 1, type: 'agent_bot' } }),
    message(0, 'a real person please'),
    message(1, 'Hello, this is Ann', ann),
    message(1, 'and Bob', { sender: { id: 6, type: 'user' } }),
    message(2, 'Conversation was marked resolved by Bob'),
  ];

  it.each([
    ['one with its messages', { id: 12, messages }],
    ['a list', [{ id: 12, messages }]],
    ['a page of conversations', { data: { meta: {}, payload: [{ id: 12, messages }] } }],
    ['a page of messages', { meta: {}, payload: messages.map((one) => ({ ...one, conversation_id: 12 })) }],
  ])('is read from %s', (_, exported) => {
    const { rows, problems } = judgeFormat('chatwoot', JSON.stringify(exported));
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ id: '12', customerTurns: 2, outcome: 'resolved_assumed' }]);
    expect(rows[0] && signalsOf(rows[0])).toMatchObject({ human_request: 1, escalation: 1 });
    const escalation = rows[0]?.burdens.find(({ signal }) => signal === 'escalation');
    expect(escalation?.turns).toEqual([3]);
  });

  it('of something else is told what it should be', () => {
    expect(judgeFormat('chatwoot', '{"rows":[]}').problems).toEqual([
      expect.stringContaining('this is no conversation of Chatwoot'),
    ]);
  });
});
