/** The drain report in words. */
import type { Hold } from '../../../dialogs/moving/hold.ts';
import type { Drain, Draining } from './drain.ts';

/** @param zone IANA time zone of the times */
export function drainText({ current, older }: Drain, zone: string): string {
  if (current === null) return 'No program was ever started on this data.';
  const used = older.filter(({ conversations }) => conversations > 0);
  const idle = older.length - used.length;
  const head =
    used.length === 0
      ? `Nothing to wait for: every conversation runs on ${current} or will with its next turn.`
      : `New conversations begin with ${current}.`;
  const rest = idle === 0 ? [] : [`${count(idle, 'older program')} kept in reserve, in use by no conversation.`];
  return [head, ...used.flatMap((one) => drainingText(one, zone)), ...rest].join('\n');
}

function drainingText(draining: Draining, zone: string): readonly string[] {
  const { program, begunAt, isReadable, conversations, moving, holds, expiresAt } = draining;
  const until = expiresAt === null ? 'held by none' : `until ${time(expiresAt, zone)} at the latest`;
  const moves = moving === 0 ? '' : `, of which ${moving} ${moving === 1 ? 'moves' : 'move'} on at the next turn`;
  return [
    `${program}: ${count(conversations, 'conversation')}${moves}; the last began by ${time(begunAt, zone)}; ${until}`,
    ...(isReadable ? [] : ['  its files are gone or cannot be read any more: its customers will be told, and led on']),
    ...holds.map((hold) => `  ${hold.conversations} at ${placeOf(hold)}: ${reasonOf(hold)} (as ${hold.example})`),
  ];
}

function placeOf({ at, name }: Hold): string {
  return at === null ? name : `${at.dialog} (${at.file}:${at.line})`;
}

function reasonOf({ why, name }: Hold): string {
  switch (why) {
    case 'dialog':
      return `there is no dialog '${name}' any more`;
    case 'step':
      return 'the step is gone or another one now';
    case 'slot':
      return `the slot '${name}' is filled, and another one now`;
    case 'value':
      return `what follows needs '${name}', which is given before now`;
    case 'goal':
      return `the goal '${name}' is another one now`;
    case 'verification':
      return `the goal '${name}' is still to be verified, and is not any more`;
  }
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

function time(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
