import { nearest } from '../../../errors/nearest.ts';
import type { Instant } from '../../../events/instant.ts';
import { valueAtPath } from '../../../files/json-path.ts';
import type { Layout, TurnPart } from '../mapping/mapping.ts';
import { type Speaker, speakers, type TranscriptTurn } from '../transcript.ts';

/** Why a turn cannot be read. */
export type TurnFault = { readonly fault: string; readonly fix: string };

export function isFault(turn: TranscriptTurn | TurnFault): turn is TurnFault {
  return 'fault' in turn;
}

/** Reads a turn where the mapping says its parts stand. What is `null` or missing is not there; only who speaks is needed. */
export function readTurn(layout: Layout, raw: unknown): TranscriptTurn | TurnFault {
  const part = (name: TurnPart): unknown => valueAtPath(raw, layout.turn[name] ?? nowhere);
  const who = speakerOf(layout, part('who'));
  if (typeof who !== 'string') return who;
  const time = part('time') ?? undefined;
  const at = time === undefined ? undefined : instantOf(layout, time);
  if (time !== undefined && at === undefined) return noTime(layout, time);
  const [act, text, name] = [part('act'), part('text'), part('name')].map(textOf);
  return {
    who,
    entities: [part('entities') ?? []].flat().map(labelOf),
    ...(act === undefined ? {} : { act }),
    ...(text === undefined ? {} : { text }),
    ...(name === undefined ? {} : { name }),
    ...(at === undefined ? {} : { at }),
  };
}

const nowhere = ['\0'];

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null || value === '' ? undefined : labelOf(value);
}

function labelOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function speakerOf({ roles }: Layout, value: unknown): Speaker | TurnFault {
  const label = value === undefined || value === null ? undefined : labelOf(value);
  const known = label === undefined ? undefined : (roles.get(label) ?? speakers.find((one) => one === label));
  if (known) return known;
  if (label === undefined)
    return { fault: 'does not say who speaks', fix: "compare it with 'turn: who' in the mapping" };
  const near = nearest(label, [...roles.keys(), ...speakers]);
  const named = near === undefined ? '' : `, or mend it to '${near}'`;
  return {
    fault: `is spoken by '${label}', which the mapping does not know`,
    fix: `add it to 'roles' in the mapping${named}`,
  };
}

function instantOf({ unit }: Layout, value: unknown): Instant | undefined {
  if (unit === 'iso') return valid(typeof value === 'string' ? Date.parse(value) : Number.NaN);
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : Number.NaN;
  return valid(Math.round(unit === 's' ? number * 1000 : number));
}

/** What a `Date` can hold. */
const latest = 8.64e15;

function valid(at: number): Instant | undefined {
  return Math.abs(at) <= latest ? at : undefined;
}

function noTime({ unit }: Layout, value: unknown): TurnFault {
  const units = { iso: 'no ISO 8601 time', s: 'no number of seconds', ms: 'no number of milliseconds' };
  return {
    fault: `has the time ${labelOf(value).slice(0, 40)}, which is ${units[unit]}`,
    fix: "compare it with 'time: unit' in the mapping",
  };
}
