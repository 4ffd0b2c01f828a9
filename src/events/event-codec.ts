import { z } from 'zod';
import { TouchpointError } from '../errors/touchpoint-error.ts';
import { actors, type Event, eventBody } from './event.ts';
import { lift } from './lift.ts';
import { versionOf } from './version-of.ts';

const envelope = z.object({
  conversation: z.string().min(1),
  seq: z.number().int().positive(),
  at: z.number().int(),
  turn: z.number().int().nonnegative(),
  case: z.string().nullable(),
  actor: z.enum(actors),
  v: z.number().int().positive(),
});

/**
 * Reads an event that comes from outside (an import, an older file), lifting it to today's version first.
 *
 * @throws TouchpointError EVENT_INVALID with the path of the first wrong field
 */
export function parseEvent(raw: unknown): Event {
  const head = envelope.extend({ type: z.string() }).loose().safeParse(raw);
  if (!head.success) throw invalid(head.error);
  const body = eventBody.safeParse(lift(head.data));
  if (!body.success) throw invalid(body.error);
  if (head.data.v > versionOf(body.data.type)) throw newer(head.data.type, head.data.v);
  const { conversation, seq, at, turn, actor } = head.data;
  return { ...body.data, conversation, seq, at, turn, actor, case: head.data.case, v: versionOf(body.data.type) };
}

function newer(type: string, v: number): TouchpointError {
  return new TouchpointError('EVENT_INVALID', `event '${type}' has version ${v}, which this release does not know`, {
    fix: 'read it with the release that wrote it, or a newer one',
  });
}

function invalid(error: z.ZodError): TouchpointError {
  const issue = error.issues[0];
  const path = issue?.path.join('.') ?? '';
  return new TouchpointError('EVENT_INVALID', `event is malformed at '${path}': ${issue?.message ?? 'unknown form'}`, {
    fix: 'compare it with an event of the same type from `touchpoint export`',
  });
}
