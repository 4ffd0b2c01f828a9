/** The context card as the server gives it (contracts: `…/card`). */
import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../../json/fields.ts';

/** A line of the conversation; `text` '' where it was erased, or there are only files. `seq` orders them. */
export type Line = {
  readonly seq: number;
  readonly at: number;
  readonly who: 'customer' | 'bot' | 'agent' | 'note';
  readonly name: string;
  readonly text: string;
  readonly files: readonly SentFile[];
};

/** A file that came along; `path` is where the server gives it. */
export type SentFile = { readonly name: string; readonly isPicture: boolean; readonly path: string };

/** @property value 0–100 */
export type Effort = {
  readonly value: number | undefined;
  readonly band: string;
  readonly receipt: readonly { readonly signal: string; readonly count: number; readonly points: number }[];
};

export type EarlierCase = {
  readonly id: string;
  readonly at: number;
  readonly intent: string;
  readonly outcome: string;
};

export type Card = {
  readonly customer: { readonly name: string; readonly details: readonly Detail[] };
  readonly issue: string;
  readonly slots: readonly Detail[];
  readonly tried: readonly string[];
  readonly reason: string;
  readonly effort: Effort | undefined;
  readonly feeling: readonly { readonly at: number; readonly value: string }[];
  readonly cases: readonly EarlierCase[];
  readonly summary: readonly string[];
  readonly transcript: readonly Line[];
};

type Detail = readonly [name: string, value: string];

export function readCard(card: Fields): Card {
  const customer = fieldsOf(card['customer']);
  const { name, ...profile } = fieldsOf(customer['profile']);
  const context = { channel: customer['channel'], language: customer['locale'] };
  return {
    customer: {
      name: textOf(customer['name']) || textOf(name),
      details: detailsOf({ ...profile, ...context }),
    },
    issue: textOf(card['issue']),
    slots: detailsOf(fieldsOf(card['slots'])),
    tried: listOf(card['tried']).map(textOf).filter(Boolean),
    reason: textOf(card['reason']),
    effort: card['effort'] ? readEffort(fieldsOf(card['effort'])) : undefined,
    feeling: listOf(card['feeling']).map(fieldsOf).map(readFeeling),
    cases: listOf(card['cases']).map(fieldsOf).map(readCase),
    summary: listOf(card['summary']).map(textOf).filter(Boolean),
    transcript: listOf(card['transcript']).map(fieldsOf).map(readLine),
  };
}

const speakers = ['customer', 'bot', 'agent', 'note'] as const;

export function readLine(line: Fields): Line {
  return {
    seq: numberOf(line['seq']) ?? 0,
    at: Date.parse(textOf(line['at'])) || 0,
    who: speakers.find((who) => who === line['who']) ?? 'bot',
    name: textOf(line['name']),
    text: textOf(line['text']),
    files: listOf(line['files']).map(fieldsOf).map(readFile),
  };
}

/** Only addresses of this server: whatever is told, no other is opened. */
function readFile({ name, contentType, path }: Fields): SentFile {
  const isOurs = /^\/v3\/directline\/uploads\/[^/]+\/[^/]+$/.test(textOf(path));
  return {
    name: textOf(name),
    isPicture: textOf(contentType).startsWith('image/'),
    path: isOurs ? textOf(path) : '',
  };
}

function readEffort(effort: Fields): Effort {
  const receipt = listOf(fieldsOf(effort['receipt'])['rows']).map(fieldsOf);
  return {
    value: numberOf(effort['value']),
    band: textOf(effort['band']),
    receipt: receipt.map((row) => ({
      signal: textOf(row['signal']),
      count: numberOf(row['count']) ?? 0,
      points: numberOf(row['points']) ?? 0,
    })),
  };
}

function readFeeling(feeling: Fields) {
  return { at: Date.parse(textOf(feeling['at'])) || 0, value: moodOf(feeling['value']) };
}

/** From where on words sound like one thing rather than another. */
const clearly = 0.2;

/** What a customer said themselves stays as it was said. */
function moodOf(value: unknown): string {
  const sounds = numberOf(value);
  if (sounds === undefined) return shown(value);
  return sounds <= -clearly ? 'sounds unhappy' : sounds >= clearly ? 'sounds pleased' : 'sounds neutral';
}

function readCase(one: Fields): EarlierCase {
  const at = Date.parse(textOf(one['startedAt'])) || 0;
  return { id: textOf(one['id']), at, intent: textOf(one['intent']), outcome: textOf(one['outcome']) };
}

function detailsOf(fields: Fields): readonly Detail[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => [name, shown(value)]);
}

function shown(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
