/**
 * The desk's API: the queue, who is there, and what agents do with a conversation. Every request of an agent shows that they are there.
 */
import { z } from 'zod';
import type { HttpAnswer, HttpRequest } from '../../channels/contract/http.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Event } from '../../events/event.ts';
import type { DeskOrder, Runtime } from '../../runtime/door.ts';
import type { Principal, Role } from '../../runtime/ports/accounts.ts';
import type { PresenceRow } from '../../runtime/ports/desk.ts';
import type { Clock, Random, Store } from '../../runtime/ports.ts';
import type { Route, StaffRoute } from '../access/route.ts';
import { errorBody } from '../serving/error-answer.ts';
import type { WebOptions } from '../web-options.ts';
import { agentId } from './agent-id.ts';
import { repliesFor, settingsOf } from './at-hand.ts';
import type { Desk } from './create-desk.ts';
import type { LiveDesk } from './live/create-live-desk.ts';
import { lookAt } from './look-at.ts';
import { mostFileBytes, postFile } from './post-file.ts';
import { withRoom } from './with-room.ts';

/** @property cardOf what an agent has to know, from the events of a conversation */
export type DeskDoors = {
  readonly desk: Desk;
  readonly live: LiveDesk;
  readonly runtime: Pick<Runtime, 'order' | 'typing'>;
  readonly store: Pick<Store, 'events' | 'setPresence' | 'reach' | 'letGo' | 'load' | 'keepUpload'>;
  readonly clock: Clock;
  readonly wall: Clock;
  readonly random: Random;
  cardOf(events: readonly Event[]): object;
  read: WebOptions['read'];
};

const staff: readonly Role[] = ['agent', 'supervisor', 'admin'];
const words = z.string().trim().min(1).max(10_000);
const note = z.string().max(10_000).default('');

const fileKey = z.string('say in idempotencyKey which file it is').min(1).max(200);
const someName = z.string().min(1).max(100).nullable().default(null);
const solved = z.enum(['yes', 'partly', 'no']);
const tags = z.array(z.string().trim().min(1).max(50)).max(20).default([]);

const bodies = {
  presence: z.strictObject({ state: z.enum(['online', 'away']) }),
  accept: z.strictObject({ version: z.number().int() }),
  decline: z.strictObject({ reason: z.string().max(1_000).default('') }),
  messages: z.strictObject({ text: words, idempotencyKey: z.string().min(1).max(200) }),
  notes: z.strictObject({ text: words, idempotencyKey: z.string().min(1).max(200).optional() }),
  transfer: z.strictObject({ team: someName, to: someName, note }),
  return: z.strictObject({ solved: solved.nullable().default(null), note }),
  'wrap-up': z.strictObject({ disposition: words, solved, tags, note }),
  'take-over': z.strictObject({ version: z.number().int() }),
} as const;

type Act = DeskOrder['act'];
type Acting = Pick<Act, 'agent' | 'name'>;

export function deskRoutes(doors: DeskDoors): readonly Route[] {
  const { desk, store, clock } = doors;
  return [
    staffRoute('GET', '/api/desk/queue', async (_request, principal) => {
      await desk.look();
      return { status: 200, body: lookAt(desk, clock.now()).seenBy(agentId(principal.name)) };
    }),
    staffRoute('GET', '/api/desk/stream', async (request, { name, role }) => {
      const listens = request.query().getAll('listen');
      if (listens.length > 0 && role === 'agent')
        return errorBody(403, 'FORBIDDEN', 'supervisors listen to what others have');
      return doors.live.answer(request, { agent: agentId(name), listens });
    }),
    staffRoute('PUT', '/api/desk/presence', async ({ body }, principal) => {
      const { state } = read(bodies.presence, body);
      await appear(doors, principal, state);
      await desk.look();
      return { status: 204, body: '' };
    }),
    staffRoute('GET', '/api/desk/conversations/:id/card', async ({ params }) => {
      const events = await store.events(params['id'] ?? '', { after: 0 });
      return events.length === 0 ? unknown() : json(doors.cardOf(events));
    }),
    staffRoute('POST', '/api/desk/conversations/:id/typing', async ({ params }, { name }) => {
      const conversation = params['id'] ?? '';
      const isTheirs = desk.handoffs().some((one) => one.conversation === conversation && one.agent === agentId(name));
      if (!isTheirs) return errorBody(409, 'CONFLICT', refusals['not yours']);
      doors.runtime.typing({ conversation, who: 'agent', name });
      return { status: 204, body: '' };
    }),
    staffRoute('GET', '/api/desk/search', async (request) => {
      const asked = request.query();
      const text = asked.get('q')?.trim() ?? '';
      if (text === '') return errorBody(400, 'BAD_REQUEST', 'say in q what to look for');
      const search = { text, customer: asked.get('customer') };
      return { status: 200, body: await doors.read({ name: 'search', search }, request.gone()) };
    }),
    staffRoute('GET', '/api/desk/settings', async () => json(settingsOf(desk, clock.now()))),
    staffRoute('GET', '/api/desk/conversations/:id/replies', async ({ params }, { name }) => {
      const events = await store.events(params['id'] ?? '', { after: 0 });
      return events.length === 0 ? unknown() : json(repliesFor(desk, { card: doors.cardOf(events), agent: name }));
    }),
    withRoom(
      { ...doors, appear: (principal) => appear(doors, principal) },
      order(doors, 'accept', (body, who) => ({ act: { ...who, act: 'accept', ...read(bodies.accept, body) } })),
    ),
    {
      ...order(doors, 'take-over', (body, who) => ({
        act: { ...who, act: 'take', ...read(bodies['take-over'], body) },
      })),
      roles: ['supervisor', 'admin'],
    },
    order(doors, 'decline', (body, who) => ({ act: { ...who, act: 'decline', ...read(bodies.decline, body) } })),
    order(doors, 'messages', (body, who) => {
      const { text, idempotencyKey } = read(bodies.messages, body);
      return { act: { ...who, act: 'say', text }, id: `${who.agent} ${idempotencyKey}` };
    }),
    fileRoute(doors),
    order(doors, 'notes', (body, who) => {
      const { text, idempotencyKey } = read(bodies.notes, body);
      return {
        act: { ...who, act: 'note', text },
        ...(idempotencyKey ? { id: `${who.agent} ${idempotencyKey}` } : {}),
      };
    }),
    order(doors, 'transfer', (body, who) => ({ act: { ...who, act: 'transfer', ...read(bodies.transfer, body) } })),
    order(doors, 'return', (body, who) => ({ act: { ...who, act: 'return', ...read(bodies.return, body ?? {}) } })),
    order(doors, 'wrap-up', (body, who) => {
      const said = read(bodies['wrap-up'], body);
      refuseUnknown(desk, said.disposition);
      return { act: { ...who, act: 'close', ...said } };
    }),
  ];
}

function fileRoute(doors: DeskDoors): StaffRoute {
  const route = order(doors, 'files', async (_body, who, request) => {
    const key = `${who.agent} ${read(fileKey, request.query().get('idempotencyKey'))}`;
    refuseOthers(doors.desk, request.params['id'] ?? '', who.agent);
    return { act: { ...who, act: 'say', text: '', files: [await postFile(doors, request, key)] }, id: key };
  });
  return { ...route, fileBytes: mostFileBytes };
}

type Ordering = { readonly act: Act; readonly id?: string };

type ToAct = (body: unknown, who: Acting, request: HttpRequest) => Ordering | Promise<Ordering>;

function order(doors: DeskDoors, verb: keyof typeof bodies | 'files', toAct: ToAct): StaffRoute {
  return staffRoute('POST', `/api/desk/conversations/:id/${verb}`, async (request, principal) => {
    const { params, body } = request;
    const who = { agent: agentId(principal.name), name: principal.name };
    const { act, id = doors.random.id() } = await toAct(body, who, request);
    await appear(doors, principal);
    const ordered = await doors.runtime.order({ conversation: params['id'] ?? '', id, act });
    if (ordered.status === 'unknown') return unknown();
    if (ordered.status === 'refused') return errorBody(409, 'CONFLICT', refusals[ordered.why]);
    return json({ version: ordered.version, seq: ordered.seq });
  });
}

/** Nothing is kept for who may not send it; who holds it is asked again where it is sent. */
function refuseOthers(desk: Desk, conversation: string, agent: string): void {
  const isTheirs = desk.handoffs().some((one) => one.conversation === conversation && one.agent === agent);
  if (!isTheirs) throw new TouchpointError('BAD_REQUEST', refusals['not yours']);
}

function refuseUnknown({ settings: { dispositions } }: Desk, disposition: string): void {
  if (dispositions.length === 0 || dispositions.includes(disposition)) return;
  throw new TouchpointError('BAD_REQUEST', `disposition: '${disposition}' is none`, {
    fix: `it is one of: ${dispositions.join(', ')}`,
  });
}

const refusals = {
  offered: 'somebody else is asked to take it just now; they answer soon, or it goes on',
  taken: 'somebody else has taken it, or it has changed hands since you looked',
  gone: 'nobody waits for a person in this conversation any more',
  'not yours': 'you do not have this conversation',
} as const;

/** An agent who does something is there; without a state they stay as they were. */
async function appear({ desk, store, wall }: DeskDoors, { name, team }: Principal, state?: PresenceRow['state']) {
  const agent = agentId(name);
  const before = desk.presences().find((one) => one.agent === agent)?.state ?? 'online';
  await store.setPresence({ agent, name, team, state: state ?? before, seenAt: wall.now() });
}

function staffRoute(method: StaffRoute['method'], path: string, answer: StaffRoute['answer']): StaffRoute {
  return { method, path, roles: staff, answer };
}

function read<T>(schema: z.ZodType<T>, body: HttpRequest['body'] | unknown): T {
  const found = schema.safeParse(body);
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  throw new TouchpointError('BAD_REQUEST', `${issue?.path.join('.') || 'the body'}: ${issue?.message ?? 'is wrong'}`);
}

function unknown(): HttpAnswer {
  return errorBody(404, 'NOT_FOUND', 'there is no such conversation');
}

function json(body: object): HttpAnswer {
  return { status: 200, body: JSON.stringify(body) };
}
