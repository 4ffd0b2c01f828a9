/** Every word the widget itself says. */
import type { Author } from './chat/chat-state.ts';

export const words = {
  title: 'Customer care',
  subtitle: 'Automated assistant',
  open: 'Open chat',
  openUnread: (count: number) => (count === 1 ? 'Open chat, 1 new message' : `Open chat, ${count} new messages`),
  unreadStatus: (count: number) =>
    count === 0 ? '' : count === 1 ? '1 new message in the chat' : `${count} new messages in the chat`,
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
  tooLong: (over: number) => `${over} characters too long`,
  isWriting: 'is writing',
  choices: 'Suggested answers',
  cards: (count: number) => `${count} cards`,
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
  personJoined: (name: string) =>
    name ? `${name} has joined the conversation` : 'A person has joined the conversation',
  personLeft: (name: string) => (name ? `${name} has left the conversation` : 'The person has left the conversation'),
  nobodyFree: 'Nobody is free at the moment',
  withQueue: 'Finding a person for you…',
  withAgent: (name: string) => (name ? `You are talking with ${name}` : 'You are talking with a person'),
} as const;

const authors: Readonly<Record<Author, string>> = { customer: 'You', bot: 'Assistant', agent: 'Customer care' };

/** How a screen reader names who wrote, where the server gives no name. */
export function authorName(author: Author): string {
  return authors[author];
}
