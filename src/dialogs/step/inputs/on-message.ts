import { isWithPerson } from '../../desk-act.ts';
import type { Message, MessageInput } from '../../input.ts';
import { actAtOnce } from '../acting/act-on-rules.ts';
import { enterSystem } from '../flow/enter.ts';
import { proceed } from '../flow/proceed.ts';
import { route } from '../routing/route.ts';
import { emit, type Next, type Run } from '../run.ts';
import { besideScale } from '../survey/beside-scale.ts';
import { hear } from './hear.ts';

/** A customer's turn: heard, understood, and led on. What is said to a person, or while waiting for one, the bot leaves alone. */
export function onMessage(run: Run, input: MessageInput): void {
  hear(run, input);
  const { handoff } = run.state;
  if (handoff?.phase === 'waiting' && isCancel(run, input)) return leaveQueue(run, handoff.id);
  if (isWithPerson(run.state) || actAtOnce(run)) return;
  const text = input.messages.map((message) => message.text).join('\n');
  proceed(run, filesAlone(run, input) ?? besideScale(run, text) ?? route(run, text));
}

/** Files without a word: nothing that was not understood, but nothing the bot can read. The open question is put again. */
function filesAlone(run: Run, { messages }: MessageInput): Next | undefined {
  const files = messages.reduce((count, message) => count + filesIn(message), 0);
  if (files === 0 || messages.some(({ text }) => text.trim() !== '')) return undefined;
  return enterSystem(run, 'on.file', { files });
}

/** The web keeps files itself; messengers name theirs in the data of the channel. */
function filesIn({ files, channelData }: Message): number {
  if (files) return files.length;
  const isRecord = typeof channelData === 'object' && channelData !== null && !Array.isArray(channelData);
  const attachments = isRecord && 'attachments' in channelData ? channelData['attachments'] : undefined;
  return Array.isArray(attachments) ? attachments.length : 0;
}

function isCancel({ program }: Run, { understood: { accepted } }: MessageInput): boolean {
  return accepted !== null && program.starts.get(accepted) === 'on.cancel';
}

function leaveQueue(run: Run, handoff: string): void {
  emit(run, { type: 'handoff.left', actor: 'customer', data: { handoff } });
  proceed(run, enterSystem(run, 'on.left'));
}
