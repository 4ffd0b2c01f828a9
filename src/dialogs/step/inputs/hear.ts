import type { DraftOf } from '../../../events/event.ts';
import type { MessageInput } from '../../input.ts';
import type { Program } from '../../program.ts';
import { spokenLanguage } from '../../texts/translated.ts';
import { emit, type Run } from '../run.ts';
import { setTimer } from '../time/set-timer.ts';
import { silenceMs } from '../time/timers.ts';
import { touchpointOf } from '../touchpoint-of.ts';

/** Records what the customer said and what was understood of it, and opens a case where none is open. */
export function hear(run: Run, input: MessageInput): void {
  const turn = run.state.turn + 1;
  const [first] = input.messages;
  if (turn === 1) nameEntry(run, first?.entryPoint);
  if (turn === 1 && first?.locale !== undefined) changeLanguage(run, first.locale, 'channel');
  for (const { input: id, via, text, channelData, from } of input.messages) {
    emit(run, {
      type: 'customer.said',
      actor: 'customer',
      data: { input: id, via, turn, characters: text.length },
      words: { text, ...(channelData === undefined ? {} : { channelData }), ...(from === undefined ? {} : { from }) },
    });
  }
  const { model, threshold, accepted, candidates, entities } = input.understood;
  emit(run, {
    type: 'intent.recognised',
    actor: 'bot',
    data: { model, threshold, accepted, candidates: [...candidates] },
    ...(entities.length > 0 ? { words: { entities: [...entities] } } : {}),
  });
  const { language, askedLanguage } = input.understood;
  if (language !== undefined) changeLanguage(run, language, 'message');
  const wanted = askedLanguage === undefined ? undefined : languageOf(run.program, askedLanguage);
  if (wanted !== undefined) changeLanguage(run, wanted, 'request');
  if (run.state.case === null) openCase(run, accepted);
  const waits = Object.values(run.state.timers).some(({ kind }) => kind === 'case.silent');
  if (!waits) setTimer(run, { kind: 'case.silent', dueInMs: silenceMs });
}

/** A form of the language that is spoken already (`de-AT` for `de`) stays. */
function changeLanguage(run: Run, to: string, by: DraftOf<'locale.changed'>['data']['by']): void {
  const from = run.state.locale;
  if (spokenLanguage(run.program, from) === to || from === to) return;
  emit(run, { type: 'locale.changed', actor: 'customer', data: { from, to, by } });
}

/** The language of the bot that is meant; `undefined` where it does not speak it. */
export function languageOf({ locales }: Program, asked: string): string | undefined {
  return locales.find((locale) => locale === asked) ?? locales.find((locale) => locale.startsWith(`${asked}-`));
}

function nameEntry(run: Run, entryPoint: string | undefined): void {
  if (entryPoint === undefined || entryPoint === run.state.entryPoint) return;
  const touchpoint = touchpointOf(run.state.channel, entryPoint);
  emit(run, { type: 'entry.named', actor: 'customer', data: { entryPoint, touchpoint } });
}

function openCase(run: Run, intent: string | null): void {
  const id = `${run.state.conversation}/${run.state.counters.case + 1}`;
  emit(run, { type: 'case.opened', actor: 'system', data: { case: id, intent } });
}
