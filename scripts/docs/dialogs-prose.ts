/** The words of docs/dialogs.md around its tables, which stand where `<<…>>` names them. */
export const dialogsProse = `# Writing dialogs

A dialog is a file in \`dialogs/\`: what the bot does when a customer wants one thing. It reads from top to bottom as everything goes well; what to do when a
customer hesitates, corrects, digresses or asks for a person is built in.

\`\`\`yaml
# yaml-language-server: $schema=../schema/dialog.json
dialog: refund-order
about: get money back for an order
start: { intents: [refund.request] }

slots:
  order_number:
    type: order_number
    ask: Which order is it about?
    again:
      - The number on your receipt, please.
      - It has 8 digits, as in 12345678.
    check: { do: orders.exists, with: { number: order_number } }
    invalid: "{order_number} is not one of your orders."

steps:
  - ask: order_number
  - do: orders.refundable
    with: { number: order_number }
    save: refund
  - if: refund.allowed
    then:
      - say: You get {refund.amount, number, ::currency/EUR} back.
    else:
      - say: This order can no longer be refunded, because {refund.reason}.
      - handoff: { team: billing, offer: true }
      - say: All right. Is there anything else I can do for you?
\`\`\`

- \`touchpoint check\` finds every mistake with its line, its cause and a fix; \`touchpoint check --graph --html dialogs.html\` draws all dialogs on one page.
- \`touchpoint schema\` writes \`schema/\` beside the bot. With the first line of the example, editors that speak YAML (VS Code with its YAML extension,
  JetBrains, Neovim …) complete the names of your dialogs, slots, actions and intents, and say what each key is for. Run it again when names have changed.
- \`touchpoint chat --why\` talks to the bot and shows why it says what it says. [A tutorial](tutorial.md) goes through all of it.

## The head of a dialog

<<head>>

## Slots

What the dialog needs to know. A slot that is known is not asked again: because the customer said it in their first message, because another dialog asked
for a slot of the same name and both declare it as \`shared\`, or because a caller gives it with \`with\`. \`set: { order_number: null }\` empties one.

<<slots>>

Types that are built in: <<types>>. All others are entities of the files in \`intents/\`: patterns and lists.

Answers are read in the language of the conversation: yes and no, numbers in digits and words (\`1.234,50\` in German is what \`1,234.50\` is in English),
dates written out, names, and choices by title or place ("the second one"). English, German, Spanish, French, Italian, Dutch and Portuguese have rules of
their own; any other language has those of English. What could mean two things is not read but asked again: 03/04/2025 is a day in \`es\` and \`en-GB\`, and none
in \`en\`.

## Steps

A step is an item of a list with the key that names its kind. Where a list of steps is due, a single step may stand without a list. Any step may have an
\`id\`, where \`goto\` shall lead to it.

<<steps>>

## Texts

Texts are [ICU MessageFormat](https://unicode-org.github.io/icu/userguide/format_parse/messages/). Names may have dots.

| written | shown |
|---|---|
| \`{order_number}\` | the value; nothing where there is none; a list as an enumeration |
| \`{refund.amount, number, ::currency/EUR}\` | an amount of money in the customer's language |
| \`{order.eta, date, ::EEEEdMMMM}\`, \`{day, date, long}\` | a day |
| \`{count, plural, =0 {none} one {one} other {# of them}}\` | by number |
| \`{kind, select, lost {missing} other {damaged}}\` | by value; \`other\` is always needed |

\`'\` before a brace quotes it: write ’ for an apostrophe there. In YAML a text with \`: \` or \` #\` in it, or that begins with a bracket, a quote, \`?\` or
\`*\`, stands in "double quotes"; a long one behind \`>-\` on lines of its own. \`check\` names each of these traps.

## Languages

A bot is written in one language, \`locale\` in \`touchpoint.yaml\`, and speaks more where \`locales: [de, es]\` says so. For each it needs phrases,
answers and lists in \`intents/*.de.yaml\`, under the names the intents have already, and translations of its texts, in any YAML file below \`dialogs/\`:

\`\`\`yaml
translations:
  - en: Which order is it about?
    de: Um welche Bestellung geht es?
    es: ¿De qué pedido se trata?
  - en: "{refund.amount, number, ::currency/EUR} are on their way."
    de: ["{refund.amount, number, ::currency/EUR} sind unterwegs.", "Ich habe {refund.amount, number, ::currency/EUR} angewiesen."]
---
of: cancel-order
translations:
  - { en: All right., de: "Gut, ich storniere nichts." }
\`\`\`

A text is known by what it says, so steps may be moved freely, and one that was edited shows at once: \`check\` names each text that lacks a translation,
and each translation whose text stands nowhere any more. Several languages may stand in one file or in one file each. With \`of\` they count in one dialog
only, before those for all. A list gives variations. Titles of options and buttons are texts, and so is what a button says for the customer, where it is
a sentence; the value of an option never changes, so that expressions mean the same in every language. Framework texts are there in English, German and
Spanish; for another language they are translated in the same way, from the English.

A conversation begins in the language its channel tells, or the nearest there is: \`de-AT\` takes \`de-AT\`, then \`de\`, then the texts as they stand. It
changes where the customer writes in another of the bot's languages (a single word that may be an answer changes nothing) or asks for one ("can we speak
German?"): \`on.language\` says so, and the open question is put again. Nothing that is known is asked twice. What an action gives as a sentence stays in its own
language: give a code beside it, and choose the words by \`{refund.code, select, …}\`.

## Expressions

What stands under \`if\`, \`set\`, \`with\` and \`resolution\` is an expression ([CEL](https://cel.dev)). Names stand without braces, a text in quotes within
quotes: \`'"damaged"'\`. A value that is missing is \`null\`, and what is computed from it too; a condition that is \`null\` is not true. Numbers are
decimal numbers. \`check\` knows the types of slots and what actions take and give, and finds names and types that do not fit.

| sign | meaning |
|---|---|
| \`== != < <= > >=\` | comparison |
| \`&&\` \`\\|\\|\` \`!\` | and, or, not |
| \`+ - * / %\` | arithmetic; \`+\` also joins texts and lists |
| \`a ? b : c\` | one or the other |
| \`x in list\` | is among them |
| \`has(refund.reason)\` | is there, and not null |

<<functions>>

Every dialog knows \`customer\` (what is known of who has signed in), \`turn\` (how many messages the customer has sent), \`misses\` (how many in a row were not understood), \`locale\`, \`channel\`,
\`entryPoint\`, \`topics\` (what the bot can do), and what is shared.

## System dialogs

These are built in. A dialog of the same name in your bot replaces one. An intent that starts it must be declared in \`intents/\`, under the name below or
under one that your own dialog's \`start\` gives.

<<system>>

## Actions

\`do\`, \`check\` and \`verify\` call actions: one HTTP request in \`actions.yaml\`, or an export of \`actions/*.ts\` made with \`defineAction\`. What an action
takes and gives is part of it, and \`check\` holds every call beside it.

\`\`\`yaml
hosts: ["{services.shop}"]
actions:
  orders.exists:
    url: "{services.shop}/orders/{number}"
    input: { number: text }
    output: found
    safe: true
    timeout: 5s
    retries: 2
  orders.get:
    url: "{services.shop}/orders/{number}/status"
    input: { number: text }
    result: { status: open|sent|delivered, carrier: text?, daysLate: number }
\`\`\`

With \`result\`, or \`output\` in TypeScript, a part that is misspelt (\`order.stauts\`) is found, and a text it never is (\`order.status == "snet"\`);
an answer of another form is a failure. \`?\`: may be missing.

## How the bot speaks

\`brand.yaml\` beside \`touchpoint.yaml\` says how the business wants its bot to speak; \`check\` says where a text, in any language, does otherwise. Nothing
that runs depends on it.

\`\`\`yaml
brand:
  longest: 400 # characters of one message, in its longest form and without values
  ease: 40 # reading ease, 0 (hard) to 100 (easy), of texts of twenty words and more
  forbidden:
    en:
      - calm down
      - { say: unfortunately, instead: what can be done, why: it helps nobody }
    de: [beruhigen Sie sich]
  apologies: # words by which on.error is sorry, beside those known of the language
    en: [our fault]
\`\`\`

Reading ease is Flesch's formula with the constants of each language (en, de, es, fr, it, nl, pt). An \`on.error\` of your own in which nobody is sorry is a
warning, with or without this file.

## What check finds

Errors must be mended before a bot starts; warnings are what customers would suffer from, or what is probably not meant; hints may be left.
[All codes](errors.md). A name that is misspelt where it is declared is told there, once, not at everything that uses it.

This page is made from the schemas, the words beside them and the functions themselves, by \`npm run docs\`.
`;
