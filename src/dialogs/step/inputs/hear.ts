import type { DraftOf } from '../../../events/event.ts';
import { saysStillNot } from '../../../languages/still-not.ts';
import type { Message, MessageInput } from '../../input.ts';
import type { Program } from '../../program.ts';
import { spokenLanguage } from '../../texts/translated.ts';
import { keysOf } from '../issues/key-of.ts';
import { watchCase } from '../issues/name-issue.ts';
import { openCase } from '../issues/open-case.ts';
import { emit, type Run } from '../run.ts';
import { answersSurvey } from '../survey/answers-survey.ts';
import { touchpointOf } from '../touchpoint-of.ts';

/** Records what the customer said and what was understood of it, and opens a case where none is open. */
export function hear(run: Run, input: MessageInput): void {
  const turn = run.state.turn + 1;
  const [first] = input.messages;
  if (turn === 1) nameEntry(run, first?.entryPoint);
  if (turn === 1 && first?.locale !== undefined) changeLanguage(run, first.locale, 'channel');
  const isSurvey = answersSurvey(run, input);
  for (const message of input.messages) said(run, { ...message, isSurvey }, turn);
  if (isSurvey) return;
  const { model, threshold, accepted, candidates, entities } = input.understood;
  const further = furtherIn(input.understood);
  const keys = keysOf(run.program, run.state.customer, entities);
  emit(run, {
    type: 'intent.recognised',
    actor: 'bot',
    data: {
      model,
      threshold,
      accepted,
      candidates: [...candidates],
      ...(further.length > 0 ? { further } : {}),
      ...(keys.length > 0 ? { keys: [...keys] } : {}),
    },
    ...(entities.length > 0 ? { words: { entities: [...entities] } } : {}),
  });
  const { language, askedLanguage } = input.understood;
  if (language !== undefined) changeLanguage(run, language, 'message');
  const wanted = askedLanguage === undefined ? undefined : languageOf(run.program, askedLanguage);
  if (wanted !== undefined) changeLanguage(run, wanted, 'request');
  if (run.state.case === null) openCase(run, accepted);
  watchCase(run);
}

/** What is wanted besides the intent that is served first. */
function furtherIn({ accepted, intents = [] }: MessageInput['understood']): string[] {
  return intents.map(({ intent }) => intent).filter((intent) => intent !== accepted);
}

type Heard = Message & { readonly isSurvey: boolean };

function said(run: Run, { input: id, via, text, channelData, from, files, isSurvey }: Heard, turn: number): void {
  const stillNot = isSurvey ? { survey: true } : saysStillNot(text) ? { stillNot: true } : {};
  emit(run, {
    type: 'customer.said',
    actor: 'customer',
    data: { input: id, via, turn, characters: text.length, ...stillNot },
    words: {
      text,
      ...(channelData === undefined ? {} : { channelData }),
      ...(from === undefined ? {} : { from }),
      ...(files === undefined ? {} : { files: [...files] }),
    },
  });
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
