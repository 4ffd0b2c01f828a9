/**
 * Any other desk, by signed webhooks in both directions (standardwebhooks.com): docs/desks/webhook.md has their shapes, which are kept.
 */
import { createHmac } from 'node:crypto';
import type { Finding } from '../../channels/contract/channel-door.ts';
import { type Answered, callProvider } from '../../channels/contract/outgoing/call-provider.ts';
import type { Begun, DeskHost, OutsideDesk, Place, Said } from '../contract/outside-desk.ts';
import { sentOf } from '../contract/sent-of.ts';
import { createInlet } from './create-inlet.ts';
import type { WebhookOptions } from './options.ts';

const timeoutMs = 10_000;

/** @param now real time, by which is signed */
export function createWebhookDesk(options: WebhookOptions, now: () => number): OutsideDesk {
  const tell = (telling: Telling): Promise<Answered> => post(options, telling, now());
  return {
    name: 'webhook',
    begin: async (place, begun) =>
      sentOf(await tell({ id: `${place.key}.begun`, type: 'handoff.initiate', data: dataOf(place, begun) })),
    say: async ({ key, conversation }, { id, text, files }) =>
      sentOf(
        await tell({
          id: `${key}.${id}`,
          type: 'customer.message',
          data: { handoff: key, text, files: filesOf(conversation, files) },
        }),
      ),
    end: async ({ key }, why) =>
      sentOf(await tell({ id: `${key}.over`, type: 'customer.left', data: { handoff: key, why } })),
    typing({ key }, isOn) {
      void tell({
        id: `${key}.typing.${now()}.${isOn ? 'on' : 'off'}`,
        type: 'customer.typing',
        data: { handoff: key, isOn },
      });
    },
    routes: (host: DeskHost) => [{ method: 'POST', path: '/channels/desk', answer: createInlet(options, host) }],
    check: async () => [findingOf(await tell({ id: `ping.${now()}`, type: 'ping', data: {} }))],
  };
}

type Telling = { readonly id: string; readonly type: string; readonly data: object };

function post({ url, key }: WebhookOptions, { id, type, data }: Telling, now: number): Promise<Answered> {
  const seconds = String(Math.floor(now / 1000));
  const body = JSON.stringify({ type, timestamp: new Date(now).toISOString(), data });
  const mark = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  const headers = { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${mark}` };
  return callProvider({ url, body, headers, timeoutMs });
}

function dataOf({ key, conversation }: Place, { team, reason, card }: Begun): object {
  return { handoff: key, conversation, team, reason, card };
}

/** Their content stays here, at addresses that nobody can guess. */
function filesOf(conversation: string, files: Said['files']): readonly object[] {
  return files.map(({ id, ...file }) => {
    const path = `/v3/directline/uploads/${encodeURIComponent(conversation)}/${encodeURIComponent(id)}`;
    return { ...file, path };
  });
}

function findingOf(answered: Answered): Finding {
  const told = answered.kind === 'answered' ? `it answered ${answered.status}` : answered.message;
  if (sentOf(answered).ok) return { grade: 'good', message: 'the desk takes what it is told' };
  const fix = 'correct desk.external.webhook.url, or the secret at the desk; a ping is to be answered 2xx';
  return { grade: 'missing', message: `the desk does not take a ping: ${told}`, fix };
}
