/** A desk on loopback that knows the shapes of docs/desks/webhook.md and nothing else: what is not signed, or has another field, it refuses. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { type FakeProvider, fakeProvider } from '../../channels/setup/fake-provider.ts';

export const key = Buffer.from('a key of at least twenty-four bytes');
export const secret = `whsec_${key.toString('base64')}`;

const handoff = z.string().regex(/^[\w-]+$/);
const card = z.looseObject({
  summary: z.array(z.string()).length(3),
  transcript: z.array(z.looseObject({ who: z.string(), text: z.string().nullable() })),
});
const file = z.strictObject({
  name: z.string(),
  contentType: z.string(),
  bytes: z.number(),
  path: z.string().startsWith('/'),
});
const shapes = {
  'handoff.initiate': z.strictObject({
    handoff,
    conversation: z.string(),
    team: z.string().nullable(),
    reason: z.string(),
    card,
  }),
  'customer.message': z.strictObject({ handoff, text: z.string(), files: z.array(file) }),
  'customer.typing': z.strictObject({ handoff, isOn: z.boolean() }),
  'customer.left': z.strictObject({ handoff, why: z.enum(['left', 'rerouted']) }),
  ping: z.strictObject({}),
} as const;
const event = z.strictObject({
  type: z.enum(Object.keys(shapes) as [keyof typeof shapes]),
  timestamp: z.iso.datetime(),
  data: z.looseObject({}),
});

export type Heard = { readonly id: string; readonly type: string; readonly data: Record<string, unknown> };

export type FakeDesk = FakeProvider & {
  /** what it was told, once each */
  readonly heard: readonly Heard[];
  readonly refused: readonly string[];
  tell(url: string, told: object, signing?: Signing): Promise<Response>;
};

type Signing = {
  readonly id?: string;
  readonly at?: number;
  readonly key?: Buffer;
  readonly headers?: Record<string, string>;
};

export async function fakeDesk(): Promise<FakeDesk> {
  const heard: Heard[] = [];
  const refused: string[] = [];
  let count = 0;
  const refuse = (status: number, why: string) => {
    refused.push(why);
    return { status, body: { why } };
  };
  const provider = await fakeProvider(({ headers, body }) => {
    const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': mark } = headers;
    if (typeof id !== 'string' || mark !== `v1,${signature(key, `${id}.${seconds}.${JSON.stringify(body)}`)}`)
      return refuse(401, 'the signature is wrong');
    if (Math.abs(Date.now() / 1000 - Number(seconds)) > 300) return refuse(401, 'signed at another time');
    const told = event.safeParse(body);
    if (!told.success) return refuse(400, z.prettifyError(told.error));
    const data = shapes[told.data.type].safeParse(told.data.data);
    if (!data.success) return refuse(400, z.prettifyError(data.error));
    if (!heard.some((one) => one.id === id)) heard.push({ id, type: told.data.type, data: told.data.data });
    return { status: 204 };
  });
  return {
    ...provider,
    heard,
    refused,
    tell(url, told, { id = `m${++count}`, at = Date.now(), key: signer = key, headers } = {}) {
      const body = JSON.stringify(told);
      const seconds = String(Math.floor(at / 1000));
      const mark = `v1,${signature(signer, `${id}.${seconds}.${body}`)}`;
      const signed = { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,b2xk ${mark}` };
      return fetch(`${url}/channels/desk`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(headers ?? signed) },
        body,
      });
    },
  };
}

function signature(signer: Buffer, signed: string): string {
  return createHmac('sha256', signer).update(signed).digest('base64');
}
