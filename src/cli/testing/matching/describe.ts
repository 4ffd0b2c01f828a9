/** Expected and got in words. */
import type { BotWish } from '../test.ts';
import type { HeardMessage } from './heard.ts';

/** A plain text stands for itself. */
export function describeWish({ says, asks, again, choices, from, handoff, goal, promise }: BotWish): string {
  const more = [
    asks === null ? '' : `asks ${asks}`,
    again === null ? '' : `asked again: ${again}`,
    choices === null ? '' : `offers ${choices.join(' | ') || 'no buttons'}`,
    from === null ? '' : `says something at ${from}`,
    handoff === null ? '' : `hands over${handoff === true ? '' : ` to ${handoff}`}`,
    goal === null ? '' : `reaches the goal ${goal}`,
    promise === null ? '' : `promises${promise === true ? '' : ` ${promise}`}`,
  ].filter(Boolean);
  if (says === null) return more.join(', ');
  return more.length === 0 ? says.source : `${says.source} (${more.join(', ')})`;
}

export function describeHeard(message: HeardMessage | undefined): string {
  if (!message) return 'nothing';
  const choices = message.choices.map(({ title }) => title).join(' | ');
  const more = [message.asks === null ? '' : `asks ${message.asks}`, choices === '' ? '' : `offers ${choices}`];
  const shown = more.filter(Boolean).join(', ');
  return shown === '' ? message.text : `${message.text} (${shown})`;
}
