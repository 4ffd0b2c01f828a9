/**
 * A bot of any size, alike in kind to the sample bot: each dialog asks, checks, branches, calls another, confirms and hands over. For measuring what
 * grows with a bot.
 */
import type { SourceFile } from '../src/files/source-file.ts';

const phrasesPerIntent = 6;

/** Files of a bot with so many dialogs, without a problem in them. */
export function bigBot(dialogs: number): readonly SourceFile[] {
  const numbers = Array.from({ length: dialogs }, (_, n) => n);
  return [
    { path: 'actions.yaml', text: actions },
    ...numbers.map((n) => ({ path: `dialogs/topic-${n}.yaml`, text: dialogOf(n) })),
    { path: 'intents/entities.en.yaml', text: "entities:\n  order_number: { pattern: '\\b\\d{8}\\b' }\n" },
    ...chunks(numbers, 25).map((some, n) => ({
      path: `intents/topics-${n}.en.yaml`,
      text: `intents:\n${some.map(intentOf).join('')}`,
    })),
    { path: 'touchpoint.yaml', text: 'name: Big\nservices: { shop: { run: shop.ts } }\n' },
  ];
}

const actions = `hosts: ["{services.shop}"]
actions:
  orders.exists:
    method: GET
    url: "{services.shop}/orders/{number}"
    input: { number: text }
    safe: true
    timeout: 5s
`;

function dialogOf(n: number): string {
  return `dialog: topic-${n}
about: settle matter ${n} of an order
stage: after-purchase
owner: team-${n % 7}
start: { intents: [topic.t${n}] }
expect: { turns: 5, time: 2m }
goal: { name: settled-${n}, verify: false }

slots:
  order_number:
    type: order_number
    shared: true
    ask:
      - Which order is it about? Please give me the 8-digit order number.
      - For matter ${n} I need the order number. It has 8 digits.
    again:
      - I need the order number for that. It is in our e-mail "Thank you for your order".
      - Eight digits, as in 12345678. You can copy it from the e-mail and paste it here.
    invalid: I can't find an order {order_number}.
    check: { do: orders.exists, with: { number: order_number } }
    attempts: 3
    otherwise: { handoff: { team: care, reason: order-not-found } }
  quantity:
    type: number
    ask: How many of the goods are concerned?
  way:
    type: choice
    ask: How would you like it to be settled?
    options: [Money, Voucher, Exchange]

steps:
  - ask: order_number
  - ask: quantity
  - if: quantity > ${n % 9} && order_number != null
    then:
      - say: You named {quantity, plural, one {one item} other {# items}} of order {order_number}.
      - set: { total: quantity * ${n + 1}, label: '"matter-${n}"' }
      - ask: way
      - if: way == "Money"
        then:
          - confirm: Shall I send {total, number, ::currency/EUR} for order {order_number} back to you?
            no:
              - say: All right, I leave it. Matter {label} stays as it is.
              - goal: failed
              - end
          - promise: { what: money back, within: 3d }
          - say: Done. The money for order {order_number} arrives within three days.
        else:
          - say: Your {way} for order {order_number} is on its way.
      - goal: reached
    else:
      - refuse: { reason: too-few, owner: team-${n % 7} }
      - say: I'm sorry, for {quantity, plural, one {a single item} other {# items}} I can't do that.
      - goal: failed
      - handoff: { team: care, reason: too-few, offer: true }
      - say: All right. Is there anything else I can do for you?
`;
}

function intentOf(n: number): string {
  const phrases = Array.from(
    { length: phrasesPerIntent },
    (_, k) => `      - ${openings[k]} ${wordOf(n)} ${wordOf(n * 7 + 3)}${n}\n`,
  );
  return `  topic.t${n}:\n    about: settle matter ${n}\n    examples:\n${phrases.join('')}`;
}

const openings = [
  'I want to settle the',
  'please help me with my',
  'there is something about a',
  'can you look at the',
  'what about the',
  'a question on',
];
const syllables = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'ti', 'vo', 'za'];

/** A word for a number: different numbers below 10,000 give different words. */
function wordOf(n: number): string {
  return [n % 10, Math.floor(n / 10) % 10, Math.floor(n / 100) % 10, Math.floor(n / 1_000) % 10]
    .map((digit) => syllables[digit])
    .join('');
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
}
