/** Every word the widget itself says, in English; other languages are files of the same names, fetched when they are spoken. */

/** A text for one and for several things, by the plural rules of its language (CLDR names). */
export type Counted = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** `{name}` and `{count}` stand for what is put in. */
export const english = {
  title: 'Customer care',
  subtitle: 'Automated assistant',
  you: 'You',
  assistant: 'Assistant',
  team: 'Customer care',
  open: 'Open chat',
  openUnread: { one: 'Open chat, 1 new message', other: 'Open chat, {count} new messages' },
  unreadStatus: { one: '1 new message in the chat', other: '{count} new messages in the chat' },
  close: 'Close chat',
  menu: 'More options',
  conversation: 'Conversation',
  person: 'Talk to a person',
  personMessage: 'I would like to talk to a person, please.',
  restart: 'Start a new conversation',
  privacy: 'Privacy',
  write: 'Write a message…',
  answer: 'Write your answer…',
  writeLabel: 'Your message',
  send: 'Send',
  tooLong: { one: '1 character too long', other: '{count} characters too long' },
  isWriting: '{name} is writing',
  choices: 'Suggested answers',
  cards: { one: '1 card', other: '{count} cards' },
  waiting: 'Waiting to send',
  sending: 'Sending…',
  sent: 'Sent',
  failed: 'Not sent',
  retry: 'Try again',
  today: 'Today',
  yesterday: 'Yesterday',
  newer: 'New messages',
  loading: 'Opening the conversation…',
  emptyTitle: 'How can we help?',
  empty: 'Write to us in your own words. We answer at once.',
  offline: 'You are offline. Your messages wait until you are back.',
  lost: 'The connection was lost. Reconnecting…',
  failedTitle: 'The chat cannot be reached',
  failedText: 'This is on our side or on the way to us. Nothing you wrote is lost.',
  findingPerson: 'Finding a person for you…',
  personJoined: '{name} has joined the conversation',
  someoneJoined: 'A person has joined the conversation',
  personLeft: '{name} has left the conversation',
  someoneLeft: 'The person has left the conversation',
  nobodyFree: 'Nobody is free at the moment',
  withAgent: 'You are talking with {name}',
  withSomeone: 'You are talking with a person',
} as const satisfies Readonly<Record<string, string | Counted>>;

type English = typeof english;

export type Words = { readonly [Name in keyof English]: English[Name] extends string ? string : Counted };
