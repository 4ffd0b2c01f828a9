import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { type Event, type EventType, eventBody } from '../../events/event.ts';
import { type Lifts, lift } from '../../events/lift.ts';
import { versionOf } from '../../events/version-of.ts';
import { isJsonObject, type JsonObject, parseJson } from './parse-json.ts';
import { unreadable } from './unreadable.ts';

/** A stored turn. `words` is `null` where nothing was said or the words were erased. */
export type StoredTurn = {
  readonly conversation: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly at: number;
  readonly turn: number;
  readonly case: string | null;
  readonly facts: string;
  readonly words: string | null;
};

/**
 * The events of a stored turn in order of `seq`, in today's version, with their words where there are any.
 *
 * Checks the envelope and the kind of each event and trusts its facts: they were checked by type when they were written.
 *
 * @throws TouchpointError STORE_FAILED naming conversation and seq where the row is damaged; STORE_NEWER where a newer version wrote the event
 */
export function decodeTurn(stored: StoredTurn, lifts?: Lifts): readonly Event[] {
  const facts = parseJson(stored.facts, name(stored));
  if (!Array.isArray(facts)) throw unreadable(name(stored), 'it is not a list of events');
  const expected = stored.lastSeq - stored.firstSeq + 1;
  if (facts.length !== expected)
    throw unreadable(name(stored), `it holds ${facts.length} events instead of ${expected}`);
  const words = wordsOf(stored);
  return facts.map((fact: unknown, index) => decodeEvent({ stored, fact, words, seq: stored.firstSeq + index, lifts }));
}

type Place = {
  readonly stored: StoredTurn;
  readonly fact: unknown;
  readonly words: JsonObject;
  readonly seq: number;
  readonly lifts: Lifts | undefined;
};

function decodeEvent({ stored, fact, words, seq, lifts }: Place): Event {
  const what = `event ${seq} of conversation '${stored.conversation}'`;
  if (!isFact(fact)) throw unreadable(what, 'it has no type or facts');
  const { conversation, at, turn, case: caseId } = stored;
  const said = words[seq];
  const row = { v: 1, at, turn, case: caseId };
  const event = { ...row, ...fact, conversation, seq, ...(said === undefined ? {} : { words: said }) };
  const current = event.v === currentVersion(fact.type) ? event : lifted(event, what, lifts);
  if (!isEvent(current)) throw unreadable(what, 'its envelope is malformed');
  return current;
}

type Fact = JsonObject & { readonly type: string; readonly v?: number };
type Versioned = Fact & { readonly v: number };

function isFact(fact: unknown): fact is Fact {
  if (!isJsonObject(fact)) return false;
  const isVersioned = fact['v'] === undefined || Number.isInteger(fact['v']);
  return typeof fact['type'] === 'string' && isVersioned && isJsonObject(fact['data']);
}

function lifted(event: Versioned, what: string, lifts: Lifts | undefined): JsonObject {
  const v = currentVersion(event.type);
  if (v === undefined || event.v > v) throw newer(event, what);
  return { ...lift(event, lifts), v };
}

const types: ReadonlySet<string> = new Set(eventBody.options.map((option) => option.shape.type.value));

function isEventType(type: string): type is EventType {
  return types.has(type);
}

function currentVersion(type: string): number | undefined {
  return isEventType(type) ? versionOf(type) : undefined;
}

function isEvent(event: JsonObject): event is Event {
  const { at, turn, actor } = event;
  const caseId = event['case'];
  const isPlaced = typeof at === 'number' && typeof turn === 'number';
  return isPlaced && typeof actor === 'string' && (caseId === null || typeof caseId === 'string');
}

function wordsOf(stored: StoredTurn): JsonObject {
  if (stored.words === null) return {};
  const words = parseJson(stored.words, `what was said in ${name(stored)}`);
  if (!isJsonObject(words)) throw unreadable(`what was said in ${name(stored)}`, 'it is not a list of words');
  return words;
}

function newer(event: Versioned, what: string): TouchpointError {
  return new TouchpointError(
    'STORE_NEWER',
    `${what} is of type '${event.type}' version ${event.v}, which is not known here`,
    {
      fix: 'use the version of touchpoint that wrote it, or a newer one',
    },
  );
}

function name({ conversation, firstSeq, lastSeq }: StoredTurn): string {
  return `turn ${firstSeq}–${lastSeq} of conversation '${conversation}'`;
}
