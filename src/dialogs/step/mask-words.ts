/**
 * Values of sensitive slots, and numbers of cards and accounts, in what was said: readers other than the customer see dots in their place. Decided at
 * the end of a turn, when it is known which values those are.
 */
import type { Draft, DraftOf } from '../../events/event.ts';
import { dots } from '../../events/speech/masked.ts';
import type { Value } from '../../events/understood.ts';
import { findPaymentNumbers, hidePaymentNumbers } from '../../languages/secrets/find-payment-numbers.ts';
import type { Run } from './run.ts';

/** The drafts of a run, with a masked form beside every text that holds a sensitive value. */
export function maskWords(run: Run): readonly Draft[] {
  const refused = run.drafts.some((draft) => isSensitiveRefusal(run, draft));
  const secrets = secretsOf(run);
  if (secrets.length === 0 && !refused && !run.drafts.some(holdsPaymentNumber)) return run.drafts;
  const hide = hider(secrets);
  const isHidden = refused || isUnseen(run, hide);
  return run.drafts.map((draft) => maskDraft(draft, hide, isHidden));
}

/** A number that the customer, the bot or an action brought into this turn. */
function holdsPaymentNumber(draft: Draft): boolean {
  switch (draft.type) {
    case 'customer.said':
    case 'bot.said':
    case 'survey.commented':
      return findPaymentNumbers(draft.words?.text ?? '').length > 0;
    case 'action.requested':
      return draft.words !== undefined && isChanged(draft.words.input, hidePaymentNumbers);
    case 'action.succeeded':
      return draft.words !== undefined && isChanged(draft.words.output, hidePaymentNumbers);
    case 'action.failed':
      return findPaymentNumbers(draft.words?.message ?? '').length > 0;
    case 'value.set':
      return draft.words !== undefined && isChanged(draft.words.value, hidePaymentNumbers);
    default:
      return false;
  }
}

type Hide = (text: string) => string;

/** Known ones, and their spelling in the message of this turn. */
function secretsOf({ state, understood }: Run): readonly string[] {
  const spelled = (understood?.entities ?? []).filter(({ value }) => state.secrets.includes(String(value)));
  return [...new Set([...state.secrets, ...spelled.map(({ text }) => text)])].toSorted((a, b) => b.length - a.length);
}

function isSensitiveRefusal({ program }: Run, draft: Draft): boolean {
  if (draft.type !== 'slot.refused') return false;
  return program.dialogs.get(draft.data.dialog)?.slots.get(draft.data.slot)?.sensitive ?? false;
}

/** A sensitive value was read from a message in another spelling: then nothing of the message can be shown. */
function isUnseen({ drafts }: Run, hide: Hide): boolean {
  const isRead = drafts.some(
    (draft) => draft.type === 'slot.filled' && draft.data.sensitive && draft.actor === 'customer',
  );
  return (
    isRead &&
    !drafts.some((draft) => draft.type === 'customer.said' && hide(draft.words?.text ?? '') !== draft.words?.text)
  );
}

function hider(secrets: readonly string[]): Hide {
  if (secrets.length === 0) return hidePaymentNumbers;
  const any = secrets.map((secret) => secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => hidePaymentNumbers(text.replace(pattern, dots));
}

function maskDraft(draft: Draft, hide: Hide, isHidden: boolean): Draft {
  switch (draft.type) {
    case 'customer.said':
      return withText(draft, isHidden ? () => dots : hide);
    case 'bot.said':
      return withText(draft, hide);
    case 'action.requested':
      return { ...draft, ...(draft.words ? { words: { ...draft.words, ...masked(draft.words.input, hide) } } : {}) };
    case 'action.succeeded':
      return { ...draft, ...(draft.words ? { words: { ...draft.words, ...masked(draft.words.output, hide) } } : {}) };
    case 'action.failed':
      return draft.words ? { ...draft, words: { message: hide(draft.words.message) } } : draft;
    case 'survey.commented':
      return draft.words ? { ...draft, words: { text: hide(draft.words.text) } } : draft;
    case 'value.set':
      return draft.words && isChanged(draft.words.value, hide)
        ? { ...draft, data: { ...draft.data, sensitive: true } }
        : draft;
    case 'intent.recognised':
      return withEntities(draft, hide);
    default:
      return draft;
  }
}

function withText<T extends DraftOf<'customer.said'> | DraftOf<'bot.said'>>(draft: T, hide: Hide): T {
  const text = draft.words?.text;
  const shown = text === undefined ? undefined : hide(text);
  return shown === undefined || shown === text ? draft : { ...draft, words: { ...draft.words, masked: shown } };
}

function withEntities(draft: DraftOf<'intent.recognised'>, hide: Hide): Draft {
  if (!draft.words) return draft;
  const entities = draft.words.entities.filter(({ text, value }) => hide(text) === text && !isChanged(value, hide));
  return { ...draft, words: { entities } };
}

function masked(value: Value, hide: Hide): { readonly masked?: Value } {
  return isChanged(value, hide) ? { masked: hideIn(value, hide) } : {};
}

function isChanged(value: Value, hide: Hide): boolean {
  if (typeof value === 'string') return hide(value) !== value;
  if (typeof value === 'number') return hide(String(value)) !== String(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((item: Value) => isChanged(item, hide));
}

function hideIn(value: Value, hide: Hide): Value {
  if (typeof value === 'string') return hide(value);
  if (typeof value === 'number') return hide(String(value)) === String(value) ? value : dots;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Value) => hideIn(item, hide));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideIn(item, hide)]));
}
