/**
 * A Chatwoot on loopback, as channels.md of its APIs says: it takes only the calls, fields and headers that it knows, and tells its webhook what its agents
 * do: signed, and where a test wants it twice, late or in another order.
 */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { type Call, type FakeProvider, fakeProvider } from '../../channels/setup/fake-provider.ts';

export const token = 'agent-token';
export const secret = 'chatwoot-webhook-secret';
export const inbox = 'inbox-1';

type Message = { readonly id: number; readonly content: string; readonly kind: 'incoming' | 'outgoing' | 'private' };
type Conversation = {
  readonly id: number;
  readonly sourceId: string;
  readonly attributes: Record<string, unknown>;
  status: string;
  assignee: Agent | null;
  team: number | null;
  readonly messages: Message[];
};
export type Agent = { readonly id: number; readonly name: string };
export const mia: Agent = { id: 7, name: 'Mia' };
export const tom: Agent = { id: 8, name: 'Tom' };

export type FakeChatwoot = FakeProvider & {
  readonly conversations: readonly Conversation[];
  readonly contacts: readonly Record<string, unknown>[];
  /** what was refused, with the reason: a caller of the API must leave this empty */
  readonly refused: readonly string[];
  /** The conversation of a customer, once it is there. */
  of(conversation: string): Conversation | undefined;
  /** Webhooks, as bodies: made by what happens, and sent by `post`. */
  readonly webhooks: {
    says(conversation: Conversation, agent: Agent | null, content: string): object;
    notes(conversation: Conversation, agent: Agent, content: string): object;
    changed(
      conversation: Conversation,
      change: Partial<Pick<Conversation, 'status' | 'assignee'>>,
      more?: object,
    ): object;
    typing(conversation: Conversation, agent: Agent): object;
  };
  post(url: string, body: object, signing?: Signing): Promise<Response>;
};

type Signing = {
  readonly at?: number;
  readonly key?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
};

type Below = {
  readonly call: Call;
  readonly path: string;
  readonly sourceId: string;
  readonly below?: { readonly id: string; readonly verb: string };
};

const bodies = {
  contact: z.strictObject({
    source_id: z.string().max(255),
    identifier: z.string().optional(),
    name: z.string().optional(),
    email: z.string().optional(),
    custom_attributes: z.record(z.string(), z.unknown()).optional(),
  }),
  conversation: z.strictObject({ custom_attributes: z.record(z.string(), z.unknown()).optional() }),
  said: z.strictObject({ content: z.string().min(1), echo_id: z.string() }),
  typing: z.strictObject({ typing_status: z.enum(['on', 'off']) }),
  message: z.strictObject({
    content: z.string().min(1).max(150_000),
    message_type: z.literal('outgoing'),
    private: z.boolean(),
    content_type: z.literal('text').optional(),
    content_attributes: z.record(z.string(), z.unknown()).optional(),
  }),
  status: z.strictObject({ status: z.enum(['open', 'resolved', 'pending', 'snoozed']) }),
  assignment: z.union([z.strictObject({ team_id: z.number() }), z.strictObject({ assignee_id: z.number() })]),
} as const;

/** @param status of new conversations: an inbox with a bot has them pending */
export async function fakeChatwoot(status: 'open' | 'pending' = 'open'): Promise<FakeChatwoot> {
  const conversations: Conversation[] = [];
  const contacts: Record<string, unknown>[] = [];
  const refused: string[] = [];
  let ids = 100;
  let clock = 1_700_000_000;
  const tick = () => ++clock;

  const refuse = (code: number, why: string) => {
    refused.push(why);
    return { status: code, body: { error: why } };
  };
  const read = <T>(schema: z.ZodType<T>, call: Call, then: (body: T) => { status: number; body?: object }) => {
    if (call.headers['content-type'] !== 'application/json') return refuse(415, `${call.path}: no JSON`);
    const found = schema.safeParse(call.body);
    return found.success ? then(found.data) : refuse(422, `${call.path}: ${z.prettifyError(found.error)}`);
  };
  const shown = ({ id, status, messages }: Conversation) => ({ id, uuid: `u${id}`, inbox_id: 1, status, messages });

  const conversationCall = ({ call, path, sourceId, below }: Below) => {
    const theirs = conversations.filter((one) => one.sourceId === sourceId);
    if (!below && call.method === 'GET') return { status: 200, body: theirs.map(shown) };
    if (!below)
      return read(bodies.conversation, call, ({ custom_attributes: attributes = {} }) => {
        const made = { id: ++ids, sourceId, attributes, status, assignee: null, team: null, messages: [] };
        conversations.push(made);
        return { status: 200, body: shown(made) };
      });
    const conversation = theirs.find((one) => one.id === Number(below.id));
    if (!conversation) return refuse(404, `${path}: no such conversation`);
    if (below.verb === 'toggle_typing') return read(bodies.typing, call, () => ({ status: 200 }));
    if (below.verb !== 'messages' || call.method !== 'POST') return refuse(404, `${path}: no such call`);
    return read(bodies.said, call, ({ content, echo_id: echo }) => {
      const message: Message = { id: ++ids, content, kind: 'incoming' };
      conversation.messages.push(message);
      return { status: 200, body: { id: message.id, content, message_type: 0, echo_id: echo } };
    });
  };

  const customerCall = (call: Call, path: string) => {
    if (call.headers['api_access_token'] !== undefined) return refuse(400, `${path}: a token in the public API`);
    if (path === '/contacts' && call.method === 'POST')
      return read(bodies.contact, call, (body) => {
        contacts.push(body);
        return { status: 200, body: { source_id: body.source_id, pubsub_token: 'p', id: 1, name: body.name ?? null } };
      });
    const [, source = '', id, verb] = /^\/contacts\/([^/.]+)\/conversations(?:\/(\d+)\/(\w+))?$/.exec(path) ?? [];
    const sourceId = decodeURIComponent(source);
    if (!contacts.some((one) => one['source_id'] === sourceId)) return refuse(404, `${path}: no such contact`);
    return conversationCall({
      call,
      path,
      sourceId,
      ...(id === undefined || verb === undefined ? {} : { below: { id, verb } }),
    });
  };

  const agentCall = (call: Call, path: string) => {
    if (call.headers['api_access_token'] !== token) return refuse(401, `${path}: wrong token`);
    if (path === '/inboxes' && call.method === 'GET')
      return {
        status: 200,
        body: {
          payload: [
            {
              id: 1,
              name: 'Bot',
              inbox_identifier: inbox,
              webhook_url: 'https://x.example/channels/chatwoot?secret=s',
            },
          ],
        },
      };
    const [, id, verb] = /^\/conversations\/(\d+)\/(\w+)$/.exec(path) ?? [];
    const conversation = conversations.find((one) => one.id === Number(id));
    if (!conversation) return refuse(404, `${path}: no such conversation`);
    if (verb === 'messages')
      return read(bodies.message, call, ({ content, private: isPrivate }) => {
        conversation.messages.push({ id: ++ids, content, kind: isPrivate ? 'private' : 'outgoing' });
        return { status: 200, body: { id: ids } };
      });
    if (verb === 'toggle_status')
      return read(bodies.status, call, (body) => {
        conversation.status = body.status;
        return { status: 200, body: { payload: { success: true, current_status: body.status } } };
      });
    if (verb === 'assignments')
      return read(bodies.assignment, call, (body) => {
        if ('team_id' in body) conversation.team = body.team_id;
        return { status: 200, body: {} };
      });
    return refuse(404, `${path}: no such call`);
  };

  const provider = await fakeProvider((call) => {
    const [path = ''] = call.path.split('?');
    const asCustomer = `/public/api/v1/inboxes/${inbox}`;
    const asAgent = '/api/v1/accounts/3';
    if (path.startsWith(asCustomer)) return customerCall(call, path.slice(asCustomer.length));
    if (path.startsWith(asAgent)) return agentCall(call, path.slice(asAgent.length));
    return refuse(404, `${path}: nothing there`);
  });

  const person = ({ id, name }: Agent) => ({ id, name, available_name: name, email: `${id}@x.example`, type: 'user' });
  const told = ({ id, sourceId, status, assignee, attributes }: Conversation) => ({
    id,
    inbox_id: 1,
    status,
    channel: 'Channel::Api',
    can_reply: true,
    contact_inbox: { id: 1, contact_id: 1, inbox_id: 1, source_id: sourceId },
    messages: [],
    labels: ['from-bot'],
    meta: {
      sender: { id: 1, type: 'contact' },
      assignee: assignee && person(assignee),
      team: null,
      hmac_verified: false,
    },
    custom_attributes: attributes,
    priority: null,
    waiting_since: 0,
    updated_at: tick(),
  });
  const says = (conversation: Conversation, agent: Agent | null, content: string) => ({
    event: 'message_created',
    id: ++ids,
    content,
    created_at: '2026-01-05T09:00:00Z',
    message_type: 'outgoing',
    content_type: 'text',
    content_attributes: {},
    private: false,
    source_id: null,
    sender: agent && person(agent),
    inbox: { id: 1, name: 'Bot' },
    account: { id: 3, name: 'Oakmere' },
    conversation: told(conversation),
  });
  return {
    ...provider,
    conversations,
    contacts,
    refused,
    of: (conversation) => conversations.findLast(({ sourceId }) => sourceId.startsWith(`${conversation}-`)),
    webhooks: {
      says,
      notes: (conversation, agent, content) => ({ ...says(conversation, agent, content), private: true }),
      changed(conversation, change, more = {}) {
        const event = change.status === undefined ? 'conversation_updated' : 'conversation_status_changed';
        const before = { status: conversation.status, assignee_id: conversation.assignee?.id ?? null };
        Object.assign(conversation, change);
        const changes = [
          ...(change.status === undefined
            ? []
            : [{ status: { previous_value: before.status, current_value: change.status } }]),
          ...(change.assignee === undefined
            ? []
            : [{ assignee_id: { previous_value: before.assignee_id, current_value: change.assignee?.id ?? null } }]),
        ];
        return { event, ...told(conversation), changed_attributes: changes, ...more };
      },
      typing: (conversation, agent) => ({
        event: 'conversation_typing_on',
        user: person(agent),
        conversation: told(conversation),
        is_private: false,
      }),
    },
    post(url, body, { at = Date.now(), key = secret, path = '/channels/chatwoot', headers } = {}) {
      const raw = JSON.stringify(body);
      const seconds = String(Math.floor(at / 1000));
      const mark = createHmac('sha256', key).update(`${seconds}.${raw}`).digest('hex');
      const signed = { 'x-chatwoot-timestamp': seconds, 'x-chatwoot-signature': `sha256=${mark}` };
      return fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(headers ?? signed) },
        body: raw,
      });
    },
  };
}
