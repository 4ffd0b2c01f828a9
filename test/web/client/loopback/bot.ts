/** What the loopback server's bot says: one answer for each thing the widget has to be able to show. */
import type { Reply } from './conversation.ts';

export const greeting: Reply = {
  text: "Hello, I'm the **automated assistant** of Oakmere. I can look up orders, change or cancel them, and help with returns.\n\nWhat can I do for you?",
  suggestedActions: {
    actions: [
      { type: 'imBack', title: 'Where is my order?', value: 'Where is my order?' },
      { type: 'imBack', title: 'Send something back', value: 'return' },
      { type: 'imBack', title: 'Opening hours', value: 'Opening hours' },
    ],
  },
};

const answers: readonly (readonly [RegExp, readonly Reply[]])[] = [
  [/order/i, [{ text: 'Which order is it about? The number has 8 digits.', inputHint: 'expectingInput' }]],
  [
    /^\d{8}$/,
    [
      { text: 'Thank you. Order **10482213** left our warehouse yesterday.' },
      {
        text: 'It should reach you on **Thursday**:\n\n- Tarn kettle, 1.7 l\n- Moor mugs, set of 4\n\nYou can [follow the parcel](https://parcel.example/10482213).',
        suggestedActions: { actions: [{ type: 'imBack', title: 'That helps', value: 'That helps' }] },
      },
    ],
  ],
  [/hours/i, [{ text: 'Our people are here Mon–Fri 8–20 and Sat 9–16.' }]],
  [
    /person/i,
    [
      { type: 'event', name: 'handoff.initiate', value: { reason: 'asked' } },
      { text: "I'm looking for somebody. What you wrote goes with you." },
    ],
  ],
];

/** Repeats what it does not know. */
export function answer(text: string): readonly Reply[] {
  return answers.find(([pattern]) => pattern.test(text))?.[1] ?? [{ text: `You said: ${text}` }];
}
