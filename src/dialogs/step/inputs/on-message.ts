import type { MessageInput } from '../../input.ts';
import { proceed } from '../flow/proceed.ts';
import { route } from '../routing/route.ts';
import type { Run } from '../run.ts';
import { hear } from './hear.ts';

/** A customer's turn: heard, understood, and led on. */
export function onMessage(run: Run, input: MessageInput): void {
  hear(run, input);
  proceed(run, route(run, input.messages.map(({ text }) => text).join('\n')));
}
