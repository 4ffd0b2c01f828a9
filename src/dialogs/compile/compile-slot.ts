/** Turns a slot of a file into a slot of the program. */
import { nearest } from '../../errors/nearest.ts';
import type { Problem } from '../../errors/problem.ts';
import { slotReader, slotTypes } from '../answers/read-slot.ts';
import type { Expression, Slot } from '../program.ts';
import { type Linking, linkAt } from './link.ts';
import type { SlotSource } from './reading/read-dialog.ts';
import type { Link } from './steps/define-step.ts';

const defaultAttempts = 3;

export function compileSlot(linking: Linking, { name, head, otherwise }: SlotSource): Slot {
  const link = linkAt(linking, { path: ['slots', name], first: () => null });
  const options = link.options(['options'], head.options);
  linking.problems.push(...typeProblems(linking, name, head.type), ...missingParts(linking, { name, head, otherwise }));
  if (head.check) link.known('action', ['check', 'do'], head.check.do);
  return {
    name,
    type: head.type,
    shared: head.shared ?? false,
    sensitive: head.sensitive ?? false,
    ask: link.texts(['ask'], head.ask),
    again: link.texts(['again'], head.again),
    invalid: head.invalid === undefined ? null : link.text(['invalid'], head.invalid),
    known: knownFrom(link, { name, head }),
    check: head.check
      ? { action: head.check.do, with: link.arguments(['check', 'with'], head.check.with, link.inputOf(head.check.do)) }
      : null,
    attempts: head.attempts ?? defaultAttempts,
    otherwise: otherwise[0]?.key ?? null,
    options,
    read: slotReader(head.type),
  };
}

/** Their own name and address are known of a customer who has signed in, unless the slot says otherwise. */
const claims: Readonly<Record<string, string>> = { name: 'name', email: 'email' };

function knownFrom(link: Link, { name, head }: Pick<SlotSource, 'name' | 'head'>): Expression | null {
  if (head.known !== undefined) return link.expression(['known'], head.known);
  return claims[name] === head.type ? link.expression([], `customer.${name}`) : null;
}

function typeProblems({ source: { document }, bot }: Linking, name: string, type: string): readonly Problem[] {
  const { entities } = bot.vocabulary;
  const known: readonly string[] = [...slotTypes, ...entities];
  if (known.includes(type)) return [];
  const near = nearest(type, known);
  const list = `types: ${known.slice(0, 16).join(', ')}`;
  return [
    {
      ...document.place(['slots', name, 'type']),
      code: 'DIALOG_UNKNOWN_ENTITY',
      severity: 'error',
      message: `'${type}' is no type of slot: it is neither built in nor an entity of the intents files`,
      fix: near ? `did you mean '${near}'? ${list}` : list,
      unknown: type,
    },
  ];
}

function missingParts(linking: Linking, { name, head }: SlotSource): readonly Problem[] {
  const isAsked = linking.askedSlots.has(name);
  const place = linking.source.document.placeOfKey(['slots', name]);
  const missing = [
    ...(isAsked && head.ask === undefined ? [['ask', 'a step asks for it', `add 'ask: …' with the question`]] : []),
    ...(head.type === 'choice' && head.options === undefined
      ? [['options', 'it is a choice', `add 'options: [ …, … ]'`]]
      : []),
  ];
  return missing.map(([key, why, fix]) => ({
    ...place,
    code: 'SCHEMA_INVALID',
    severity: 'error',
    message: `'${key}' is missing in slot '${name}': ${why}`,
    fix: fix ?? '',
  }));
}
