/** A bot whose every kind of turn waits for something: a reply, an action, a timer. */
export const bot = `
dialog: pay
start: { intents: [refund] }
slots:
  order_number: { type: order_number, ask: Which order? }
steps:
  - ask: order_number
  - do: pay
    with: { number: order_number }
  - say: Paid {order_number}.
---
dialog: where
start: { intents: [status] }
steps:
  - say: On its way.
---
dialog: on.start
steps:
  - say: Hello.
---
dialog: on.error
steps:
  - say: Our fault.
---
dialog: on.no_match
steps:
  - say: Not understood.
`;
