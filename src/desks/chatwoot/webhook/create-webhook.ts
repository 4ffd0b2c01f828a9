/**
 * POST /channels/chatwoot: what Chatwoot tells. Answered 200 after the commit that holds it, and for everything that is none of the bot's business. It may
 * come twice, and in any order: a message counts by its id, a state by how the conversation stands.
 */
import type { HttpAnswer, HttpRequest } from '../../../channels/contract/http.ts';
import { sameText } from '../../../channels/contract/verify/jwt.ts';
import type { Instant } from '../../../events/instant.ts';
import { createIntake, type Told as Telling } from '../../contract/create-intake.ts';
import type { DeskHost, Taken } from '../../contract/outside-desk.ts';
import { readPlace } from '../../contract/place-of.ts';
import { isSigned } from '../../contract/verify-signature.ts';
import type { ChatwootApi } from '../create-api.ts';
import type { Conversations } from '../create-conversations.ts';
import type { ChatwootOptions } from '../options.ts';
import { agentOf, createChanges } from './create-changes.ts';
import { tellUndelivered } from './tell-undelivered.ts';
import { someEvent, type Told, type ToldMessage, type ToldTyping, told } from './told.ts';

type Hook = {
  readonly host: DeskHost;
  readonly api: ChatwootApi;
  readonly conversations: Conversations;
  readonly access: ChatwootOptions['access'];
};

type Take = (telling: Telling) => Promise<Taken>;

export function createWebhook(hook: Hook): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = createIntake(hook.host, 'chatwoot');
  const actOf = createChanges();
  return async (request) => {
    if (!isFromChatwoot(request, hook.access, hook.host.wall.now()))
      return answer(401, 'the signature is missing, wrong or too old');
    const read = told.safeParse(request.body);
    if (read.success) await takeTold({ hook, take, actOf }, read.data);
    else if (!someEvent.safeParse(request.body).success) return answer(400, 'this is no event of Chatwoot');
    return answer(200);
  };
}

function isFromChatwoot({ headers, raw, query }: HttpRequest, { kind, secret }: Hook['access'], now: Instant): boolean {
  if (kind === 'address') return sameText(query().get('secret') ?? '', secret);
  const [seconds, mark] = [headers['x-chatwoot-timestamp'], headers['x-chatwoot-signature']];
  if (typeof seconds !== 'string' || typeof mark !== 'string') return false;
  const marks = [mark.replace(/^sha256=/, '')];
  return isSigned({ seconds, signed: `${seconds}.${raw}`, marks, key: secret, encoding: 'hex' }, now);
}

function answer(status: number, message?: string): HttpAnswer {
  return { status, body: JSON.stringify(message === undefined ? {} : { error: message }) };
}

type Taking = { readonly hook: Hook; readonly take: Take; readonly actOf: ReturnType<typeof createChanges> };

async function takeTold({ hook, take, actOf }: Taking, body: Told): Promise<void> {
  const { id, contact_inbox: inbox } = 'conversation' in body ? body.conversation : body;
  const key = inbox?.source_id ?? '';
  const place = readPlace(key);
  if (!place) return;
  hook.conversations.learn(key, id);
  if (body.event === 'message_created') return takeMessage({ hook, take }, key, body);
  if ('conversation' in body) return show(hook.host, place.conversation, body);
  const telling = actOf(key, body);
  if (telling) await take({ key, ...telling });
}

function show({ runtime }: DeskHost, conversation: string, { event, is_private: isPrivate, user }: ToldTyping): void {
  const agent = agentOf(user);
  if (event === 'conversation_typing_on' && !isPrivate && agent)
    runtime.typing({ conversation, who: 'agent', name: agent.name });
}

/** Only what agents, or Chatwoot's rules, say to the customer; the rest is the customer's own, notes, and Chatwoot's own forms. */
async function takeMessage({ hook, take }: Omit<Taking, 'actOf'>, key: string, message: ToldMessage): Promise<void> {
  if (message.message_type !== 'outgoing' || message.private) return;
  const links = (message.attachments ?? []).flatMap(({ data_url: url }) => url ?? []);
  const text = [message.content ?? '', ...links]
    .filter(Boolean)
    .join('\n')
    .replaceAll('\u0000', '\uFFFD')
    .slice(0, 10_000);
  if (text === '') return;
  const agent = agentOf(message.sender);
  const taken = await take({ key, id: `m${message.id}`, agent, act: { act: 'say', text } });
  if (taken.status === 'refused') await tellUndelivered(hook, { key, number: message.conversation.id, text });
}
