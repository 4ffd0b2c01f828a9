/** A desk with people at it, over HTTP, on a real runtime and store. */
import type { OutsideDesk } from '../../../src/desks/contract/outside-desk.ts';
import type { Role } from '../../../src/runtime/ports/accounts.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { memoryStore } from '../../../src/storage/memory/memory-store.ts';
import { secretHash } from '../../../src/web/access/secret-hash.ts';
import type { DeskSettings } from '../../../src/web/desk/create-desk.ts';
import { type Answer, call } from '../../channels/directline/setup/call.ts';
import { type Stage, startStage } from '../../channels/setup/stage.ts';

export type Office = Stage & {
  /** @param asked as `GET /api/desk/queue` */
  ask(who: string, asked: string, body?: object): Promise<Answer>;
  /** Somebody appears at the desk. */
  comes(who: string): Promise<void>;
  /** A customer says something on the web; a conversation of its own each. */
  says(conversation: string, text: string): Promise<void>;
  /** A customer asks for a person; gives the version of their place in the queue. */
  asksForPerson(conversation: string): Promise<number>;
};

const people: readonly (readonly [name: string, role: Role, team: string | null])[] = [
  ['Ana', 'agent', null],
  ['Bo', 'agent', null],
  ['Cy', 'agent', 'billing'],
  ['Sue', 'supervisor', null],
];

type Given = { readonly store?: Store; readonly outsideDesk?: OutsideDesk };

/** Ids of messages: a store knows those of an office that was open before. */
let count = 0;

export async function openOffice(
  settings?: DeskSettings,
  { store = memoryStore(), ...given }: Given = {},
): Promise<Office> {
  for (const [name, role, team] of people) await store.saveToken({ token: secretHash(name), name, role, team });
  const stage = await startStage({ store, ...given, ...(settings ? { settings } : {}) });

  const ask: Office['ask'] = (who, asked, body) => {
    const [method = 'GET', path = ''] = asked.split(' ');
    return call(stage.url + path, { method, bearer: who, ...(body === undefined ? {} : { body }) });
  };
  const says: Office['says'] = async (conversation, text) => {
    const place = { channel: 'web', account: '', conversation } as const;
    await stage.runtime.open({
      ...place,
      address: '',
      customer: `customer of ${conversation}`,
      entryPoint: 'default',
      locale: 'en',
    });
    const receivedAt = stage.clock.now();
    await stage.runtime.receive({ ...place, providerId: `m${++count}`, receivedAt, via: 'text', text });
    await stage.runtime.settle();
  };
  return {
    ...stage,
    ask,
    comes: async (who) => void (await ask(who, 'PUT /api/desk/presence', { state: 'online' })),
    says,
    async asksForPerson(conversation) {
      await says(conversation, '#human.request');
      const row = (await store.handoffs()).find((one) => one.conversation === conversation);
      return row?.version ?? 0;
    },
  };
}
