import type { Draft } from '../event.ts';

/** Stands for what only the customer may read. */
export const dots = '•••';

/**
 * An event as everybody but the customer may see it: in logs, traces, exports and tests. Values of sensitive slots are dots.
 */
export function masked<E extends Draft>(event: E): E {
  return { ...event, ...shown(event) };
}

function shown(event: Draft): object {
  switch (event.type) {
    case 'customer.said':
    case 'bot.said':
      return event.words?.masked === undefined ? {} : { words: spoken(event.words, event.words.masked) };
    case 'slot.filled':
    case 'value.set':
      return event.data.sensitive && event.words ? { words: { value: dots } } : {};
    case 'action.requested':
      return event.words?.masked === undefined ? {} : { words: { input: event.words.masked } };
    case 'action.succeeded':
      return event.words?.masked === undefined ? {} : { words: { output: event.words.masked } };
    case 'slot.validated':
    case 'timer.set':
      return { words: undefined };
    case 'conversation.started':
    case 'notice.received':
    case 'promise.made':
      return { words: undefined };
    default:
      return {};
  }
}

/** Buttons and cards may hold the value too. */
function spoken(words: object, text: string): object {
  const {
    choices: _choices,
    cards: _cards,
    masked: _masked,
    channelData: _data,
    ...rest
  } = { choices: 0, cards: 0, masked: 0, channelData: 0, ...words };
  return { ...rest, text };
}
