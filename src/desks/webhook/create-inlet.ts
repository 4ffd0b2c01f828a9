/**
 * POST /channels/desk: what the desk tells. Answered 200 after the commit; 409 for what cannot be as the conversation stands, 404 for a handoff that is none,
 * 400 for a wrong form, 401 without a signature of now.
 */
import { z } from 'zod';
import type { HttpAnswer, HttpRequest } from '../../channels/contract/http.ts';
import type { Instant } from '../../events/instant.ts';
import { createIntake, type OutsideAct } from '../contract/create-intake.ts';
import type { DeskHost, Taken } from '../contract/outside-desk.ts';
import { readPlace } from '../contract/place-of.ts';
import { isSigned } from '../contract/verify-signature.ts';
import { type InletEvent, inletEvent } from './inlet-events.ts';
import type { WebhookOptions } from './options.ts';

export function createInlet({ key }: WebhookOptions, host: DeskHost): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = createIntake(host, 'webhook');
  return async (request) => {
    const id = isFromDesk(request, key, host.wall.now());
    if (id === undefined) return refusal(401, 'UNAUTHORISED', 'the signature is missing, wrong or too old');
    const read = inletEvent.safeParse(request.body);
    if (!read.success) return refusal(400, 'BAD_REQUEST', z.prettifyError(read.error));
    const { type, data } = read.data;
    if (type === 'typing') return show(host, data);
    const agent = 'agent' in data ? (data.agent ?? null) : null;
    return answerOf(await take({ key: data.handoff, id, agent, act: actOf(read.data) }));
  };
}

/** @returns the id of what is told, where it is signed */
function isFromDesk({ headers, raw }: HttpRequest, key: Buffer, now: Instant): string | undefined {
  const [id, seconds, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => headers[name],
  );
  if (typeof id !== 'string' || typeof seconds !== 'string' || typeof signatures !== 'string') return undefined;
  if (id === '' || id.length > 200) return undefined;
  const marks = signatures.split(' ').flatMap((one) => (one.startsWith('v1,') ? [one.slice(3)] : []));
  const isGood = isSigned({ seconds, signed: `${id}.${seconds}.${raw}`, marks, key, encoding: 'base64' }, now);
  return isGood ? id : undefined;
}

function actOf(event: Exclude<InletEvent, { type: 'typing' }>): OutsideAct {
  switch (event.type) {
    case 'accepted':
      return { act: 'join' };
    case 'message':
      return { act: 'say', text: event.data.text };
    case 'note':
      return { act: 'note', text: event.data.text };
    case 'transferred':
      return { act: 'transfer', team: event.data.team, to: null, note: event.data.note };
    case 'returned':
      return { act: 'return', solved: event.data.solved, note: event.data.note };
    case 'completed': {
      const { disposition, solved, tags, note } = event.data;
      return { act: 'close', disposition, solved, tags, note };
    }
    case 'failed':
      return { act: 'reroute', why: 'failed' };
  }
}

type Typing = Extract<InletEvent, { type: 'typing' }>['data'];

function show({ runtime }: DeskHost, { handoff, agent }: Typing): HttpAnswer {
  const place = readPlace(handoff);
  if (!place) return refusal(404, 'NOT_FOUND', 'there is no such handoff');
  runtime.typing({ conversation: place.conversation, who: 'agent', name: agent.name });
  return { status: 200, body: '{"status":"done"}' };
}

function answerOf(taken: Taken): HttpAnswer {
  if (taken.status === 'unknown') return refusal(404, 'NOT_FOUND', 'there is no such handoff');
  if (taken.status === 'refused') return refusal(409, 'CONFLICT', refusals[taken.why]);
  return { status: 200, body: JSON.stringify({ status: taken.status }) };
}

const refusals = {
  taken: 'it is so already',
  offered: 'it is so already',
  gone: 'this handoff has ended: the customer is with the bot, or with somebody else',
  'not yours': 'nobody has taken it up',
} as const;

function refusal(status: number, code: string, message: string): HttpAnswer {
  return { status, body: JSON.stringify({ error: { code, message } }) };
}
