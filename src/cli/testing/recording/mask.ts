/**
 * Replaces what a recorded conversation must not tell: values of sensitive slots, e-mail addresses and phone numbers. Every replacement has the form of
 * what it replaces, the same one everywhere, so that the conversation goes the same way.
 */
import type { Program } from '../../../dialogs/program.ts';
import type { Event } from '../../../events/event.ts';
import type { Understood, Value } from '../../../events/understood.ts';
import { escapePattern } from '../escape-pattern.ts';

export type Mask = {
  text(text: string): string;
  value(value: Value): Value;
};

export type Masking = { readonly program: Program; understand(text: string): Understood };

export function createMask(events: readonly Event[], masking: Masking): Mask {
  const values = new Set(events.flatMap((event) => sensitiveValues(event, masking.program)));
  const types = new Set(['email', 'phone', ...sensitiveTypes(masking.program)]);
  const found = new Set([...values, ...events.flatMap((event) => spoken(event, masking, { values, types }))]);
  const longestFirst = [...found].filter((one) => one.length > 1).toSorted((a, b) => b.length - a.length);
  const replacements = new Map(longestFirst.map((original, n) => [original, replacement(original, n + 1)]));
  const anyOf = longestFirst.map(escapePattern).join('|') || '$^';
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf})(?![\\p{L}\\p{N}])`, 'gu');
  const text = (given: string): string => given.replace(pattern, (original) => replacements.get(original) ?? original);
  return { text, value: (given) => mapTexts(given, text) };
}

function sensitiveValues(event: Event, program: Program): readonly string[] {
  if (event.type !== 'slot.filled') return [];
  const slot = program.dialogs.get(event.data.dialog)?.slots.get(event.data.slot);
  const value = event.words?.value;
  return slot?.sensitive && (typeof value === 'string' || typeof value === 'number') ? [String(value)] : [];
}

type Told = { readonly values: ReadonlySet<string>; readonly types: ReadonlySet<string> };

function sensitiveTypes({ dialogs }: Program): readonly string[] {
  const slots = [...dialogs.values()].flatMap((dialog) => [...dialog.slots.values()]);
  return slots.filter(({ sensitive }) => sensitive).map(({ type }) => type);
}

/** The customer's own way to write such a value, as `Ada@Example.COM`. */
function spoken(event: Event, { understand }: Masking, { values, types }: Told): readonly string[] {
  if (event.type !== 'customer.said') return [];
  return understand(event.words?.text ?? '')
    .entities.filter(({ type, value }) => types.has(type) || values.has(String(value)))
    .flatMap(({ text, value }) => [text, String(value)]);
}

function replacement(original: string, n: number): string {
  if (original.includes('@')) return `customer${n}@example.com`;
  let digits = 0;
  return original.replace(/\p{L}|\d/gu, (sign) => {
    if (/\d/.test(sign)) return String((n + digits++) % 10);
    return sign === sign.toUpperCase() ? 'X' : 'x';
  });
}

function mapTexts(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'number') {
    const changed = change(String(value));
    return changed === String(value) ? value : Number(changed);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)]));
}
