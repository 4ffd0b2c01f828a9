/** The calls of Direct Line 3.0 and the widget's token, as the loopback server answers them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, greeting } from './bot.ts';
import { add, after, type Conversation, conversationIn, type Fields, speak } from './conversation.ts';
import type { Situation } from './loopback.ts';
import { page } from './page.ts';

/** `body` `undefined`: the line is cut. */
type Answer = { readonly status: number; readonly body: unknown; readonly retryAfter?: number | undefined };

const cut: Answer = { status: 0, body: undefined };

export async function route(situation: Situation, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '', 'http://loopback');
  if (!/^\/(widget\/token|v3\/)/.test(url.pathname)) return page(situation, url.pathname, response);
  const { status, body, retryAfter } = answerTo(situation, { request, url, body: await readBody(request) });
  if (body === undefined) return void response.destroy();
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

type Call = { readonly request: IncomingMessage; readonly url: URL; readonly body: Fields };

function answerTo(situation: Situation, call: Call): Answer {
  if (situation.status > 0) return refuse(situation.status, 'ServiceError');
  if (call.url.pathname === '/widget/token') return token(situation, call.body);
  const [of, epoch] = (call.request.headers.authorization ?? '').replace('Bearer ', '').split('.');
  if (epoch !== String(situation.epoch)) return refuse(403, 'TokenExpired');
  const conversation = situation.conversations.get(of ?? '');
  if (!conversation) return refuse(404, 'BadArgument');
  if (call.url.pathname.endsWith('/upload')) return upload(situation, conversation, call);
  if (call.url.pathname.endsWith('/activities')) return activities(situation, conversation, call);
  if (call.request.method === 'POST') return start(situation, conversation, call);
  if (conversationIn(situation.conversations, call.url.pathname) !== conversation) return refuse(403, 'NotAllowed');
  const streamUrl = streamOf(conversation, call, call.url.searchParams.get('watermark'));
  return { status: 200, body: { conversationId: conversation.id, streamUrl } };
}

function token(situation: Situation, body: Fields): Answer {
  const { conversations, epoch } = situation;
  situation.tokensAsked.push(body);
  const held = body['conversationId'];
  if (held && !conversations.has(String(held))) return refuse(403, 'BadArgument');
  const id = held ? String(held) : `c${conversations.size + 1}x${Math.random().toString(36).slice(2)}`;
  const user = `dl_${id}`;
  if (!held) conversations.set(id, { id, user, activities: [], sockets: new Set(), isStarted: false });
  return { status: 200, body: { conversationId: id, token: `${id}.${epoch}.x`, expires_in: 1800, userId: user } };
}

function start({ isMute }: Situation, conversation: Conversation, call: Call): Answer {
  const status = conversation.isStarted ? 200 : 201;
  if (!conversation.isStarted && !isMute) speak(conversation, greeting);
  conversation.isStarted = true;
  return { status, body: { conversationId: conversation.id, streamUrl: streamOf(conversation, call, '0') } };
}

function streamOf({ id, activities: said }: Conversation, { request }: Call, watermark: string | null): string {
  return `ws://${request.headers.host}/v3/directline/conversations/${id}/stream?watermark=${watermark ?? said.length}&t=x`;
}

function activities(situation: Situation, conversation: Conversation, { request, url, body }: Call): Answer {
  if (request.method === 'GET') return { status: 200, body: after(conversation, url.searchParams.get('watermark')) };
  situation.posts += 1;
  const { times, kind, retryAfter } = situation.fault;
  if (times > 0) situation.fault = { ...situation.fault, times: times - 1 };
  if (times > 0 && kind === 'cut') return cut;
  if (times > 0 && typeof kind === 'number') return { ...refuse(kind, 'ServiceError'), retryAfter };
  const id = take(situation, conversation, body);
  return times > 0 ? cut : { status: 200, body: { id } };
}

/** The file itself is forgotten; its name and type come back with the message. */
function upload(situation: Situation, conversation: Conversation, { body }: Call): Answer {
  const form = String(body['form'] ?? '');
  const activity = JSON.parse(/\{.*\}/.exec(form)?.[0] ?? '{}');
  const [, name = '', contentType = ''] = /name="file"; filename="([^"]*)"\r\nContent-Type: ([^\r]*)/.exec(form) ?? [];
  const contentUrl = situation.pictures.get(name) ?? `${situation.url}/file/${encodeURIComponent(name)}`;
  return {
    status: 200,
    body: { id: take(situation, conversation, { ...activity, attachments: [{ contentType, contentUrl, name }] }) },
  };
}

/** The client's own id makes a message one message, however often it comes. */
function take({ isMute }: Situation, conversation: Conversation, { channelData, text, attachments }: Fields): string {
  const clientId = /"clientActivityID":"(\w+)"/.exec(JSON.stringify(channelData))?.[1];
  const id = `${conversation.id}|${clientId}`;
  if (conversation.activities.some((each) => each.id === id)) return id;
  add(conversation, {
    id,
    type: 'message',
    from: { id: conversation.user, role: 'user' },
    text,
    channelData,
    ...(attachments ? { attachments } : {}),
  });
  if (!isMute) for (const reply of answer(String(text))) speak(conversation, reply);
  return id;
}

async function readBody(request: IncomingMessage): Promise<Fields> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const text = Buffer.concat(parts).toString();
  if (/^multipart/.test(request.headers['content-type'] ?? '')) return { form: text };
  return parts.length > 0 ? JSON.parse(text) : {};
}

function refuse(status: number, code: string): Answer {
  return { status, body: { error: { code, message: code } } };
}
