/**
 * Chatwoot, by an API inbox: the bot keeps the channels and is the customer's voice there. Agents get what the bot knows as a private note, and what
 * they write comes back by the inbox's webhook. docs/desks/chatwoot.md.
 */
import type { Sent } from '../../runtime/ports/delivery.ts';
import { cardText } from '../contract/card-text.ts';
import type { Begun, OutsideDesk, Parts, Place } from '../contract/outside-desk.ts';
import { sentOf } from '../contract/sent-of.ts';
import { checkChatwoot } from './check-chatwoot.ts';
import { type ChatwootApi, createApi } from './create-api.ts';
import { type Conversations, createConversations } from './create-conversations.ts';
import type { ChatwootOptions } from './options.ts';
import { privateNote } from './private-note.ts';
import { createWebhook } from './webhook/create-webhook.ts';

type Bound = {
  readonly api: ChatwootApi;
  readonly conversations: Conversations;
  readonly teams: ChatwootOptions['teams'];
};

export function createChatwoot(options: ChatwootOptions): OutsideDesk {
  const api = createApi(options);
  const conversations = createConversations(api);
  const bound = { api, conversations, teams: options.teams };
  const messages = async (place: Place): Promise<string | Extract<Sent, { ok: false }>> => {
    const finding = await conversations.find(place);
    return finding.ok ? `/contacts/${encodeURIComponent(place.key)}/conversations/${finding.found.id}` : finding;
  };
  return {
    name: 'chatwoot',
    begin: (place, begun, parts) => begin(bound, { place, begun, parts }),
    async say(place, { id, text, files }) {
      const path = await messages(place);
      if (typeof path !== 'string') return path;
      const content = [text, ...files.map(({ name }) => `[file: ${name}]`)].filter(Boolean).join('\n');
      return sentOf(await api.customer(`${path}/messages`, { content, echo_id: id }));
    },
    end: (place, why) => end(bound, place, why),
    typing(place, isOn) {
      void messages(place).then((path) => {
        if (typeof path === 'string')
          void api.customer(`${path}/toggle_typing`, { typing_status: isOn ? 'on' : 'off' });
      });
    },
    routes: (host) => [
      {
        method: 'POST',
        path: '/channels/chatwoot',
        answer: createWebhook({ host, api, conversations, access: options.access }),
      },
    ],
    check: () => checkChatwoot(api, options),
  };
}

type Beginning = { readonly place: Place; readonly begun: Begun; readonly parts: Parts };

/** The conversation first, the note once, then to whom it goes: agents are not told of it before they can read why. */
async function begin({ api, conversations, teams }: Bound, { place, begun, parts }: Beginning): Promise<Sent> {
  const finding = await conversations.open(place, contactOf(begun), attributesOf(place, begun));
  if (!finding.ok) return finding;
  const { id, status } = finding.found;
  const path = `/conversations/${id}`;
  if (parts.done < 1) {
    const noted = sentOf(await api.agent(`${path}/messages`, privateNote(cardText(begun.card))));
    if (!noted.ok) return noted;
    await parts.passed(1);
  }
  const team = begun.team === null ? undefined : teams[begun.team];
  if (team !== undefined) {
    const assigned = sentOf(await api.agent(`${path}/assignments`, { team_id: team }));
    if (!assigned.ok) return assigned;
  }
  return status === 'open' ? { ok: true } : sentOf(await api.agent(`${path}/toggle_status`, { status: 'open' }));
}

function contactOf({ card: { customer } }: Begun): object {
  const { id, name, profile } = customer;
  const { email } = profile;
  return {
    ...(id === null ? {} : { identifier: id }),
    ...(name === null ? {} : { name }),
    ...(email === undefined ? {} : { email }),
  };
}

function attributesOf({ conversation }: Place, { team, reason, card: { issue } }: Begun): object {
  return {
    touchpoint_conversation: conversation,
    reason,
    ...(team === null ? {} : { team }),
    ...(issue === null ? {} : { issue }),
  };
}

async function end({ api, conversations }: Bound, place: Place, why: 'left' | 'rerouted'): Promise<Sent> {
  const finding = await conversations.find(place);
  // what was never begun there needs no end
  if (!finding.ok) return finding.isFinal ? { ok: true } : finding;
  const path = `/conversations/${finding.found.id}`;
  const noted = sentOf(await api.agent(`${path}/messages`, privateNote(endings[why])));
  return noted.ok ? sentOf(await api.agent(`${path}/toggle_status`, { status: 'resolved' })) : noted;
}

const endings = {
  left: 'The customer does not wait for a person any more and goes on with the bot.',
  rerouted: 'This conversation could not be kept up from here; it is served elsewhere.',
} as const;
