/** A person on the web, who fetches what is said over a line that can fail, as a client of Direct Line does: by watermark, again until it comes. */
import { claims } from '../../../src/channels/directline/access/claims.ts';
import { createTokens } from '../../../src/channels/directline/access/create-tokens.ts';
import { webCapabilities } from '../../../src/channels/directline/capabilities.ts';
import { webChannel } from '../../../src/channels/directline/web-channel.ts';
import type { Driver, Place, Seen } from '../contract/driver.ts';
import { bill, type FakeProvider, fakeProvider } from '../setup/fake-provider.ts';
import { developmentKey, noon } from '../setup/stage.ts';
import { call } from './setup/call.ts';
import { fakeClock } from './setup/fake-clock.ts';

type Action = { readonly type: string; readonly title: string; readonly value: string };
type Activity = {
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly id: string };
  readonly suggestedActions?: { readonly actions: readonly Action[] };
  readonly attachments?: readonly {
    readonly content: {
      readonly title?: string;
      readonly text?: string;
      readonly images?: readonly { readonly url: string }[];
      readonly buttons?: readonly Action[];
    };
  }[];
};

type Granted = { readonly conversationId: string; readonly token: string };

const base = '/v3/directline';
const pathOf = ({ conversationId }: Granted) => `${base}/conversations/${conversationId}/activities`;

/** @returns the line: it passes on what it is asked to the place that `to` names */
function line(to: () => string): Promise<FakeProvider> {
  return fakeProvider(async ({ path, headers }) => {
    const { status, body } = await call(`${to()}${path}`, {
      headers: { authorization: String(headers.authorization) },
    }).catch(() => ({ status: 502, body: {} }));
    return { status, body };
  });
}

export async function webDriver(): Promise<Driver> {
  let server = '';
  let count = 0;
  let granted: Promise<Granted> | undefined;
  let activities: readonly Activity[] = [];
  const provider = await line(() => server);
  const fetching = createFetching(provider.url);

  const grant = async (url: string): Promise<Granted> => {
    const user = { id: 'dl_7001', name: 'Ada' };
    const { body } = await call(`${url}${base}/tokens/generate`, { body: { user } });
    await call(`${url}${base}/conversations`, { bearer: body.token, body: {} });
    return body;
  };
  const hold = (url: string): Promise<Granted> => (granted ??= grant(url));

  async function post(url: string, activity: object, bearer?: (known: Granted) => string): Promise<Response> {
    const known = await hold(url);
    return fetch(`${url}${pathOf(known)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer?.(known) ?? known.token}` },
      body: JSON.stringify({ type: 'message', from: { id: 'dl_7001', name: 'Ada' }, ...activity }),
    });
  }
  const say = (url: string, text: string, id = `own-${++count}`) =>
    post(url, { text, channelData: { clientActivityID: id } });

  async function seen({ url, clock }: Place): Promise<readonly Seen[]> {
    server = url;
    if (granted !== undefined) activities = [...activities, ...(await fetching.fetchNew(await granted, clock.now()))];
    return activities.flatMap(seenIn);
  }

  return {
    name: 'web',
    isCounting: false,
    provider,
    channel: webChannel,
    capabilities: webCapabilities,
    door: () => undefined,
    say,
    press(url, title) {
      const pressed = activities.flatMap(actionsOf).findLast((action) => action.title === title);
      return say(url, pressed?.value ?? '');
    },
    sayUnknown: (url) => post(url, { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }),
    async sayFile(url) {
      const { conversationId, token } = await hold(url);
      return fetch(`${url}${base}/conversations/${conversationId}/upload?userId=dl_7001`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/pdf',
          'content-disposition': 'attachment; filename="bill.pdf"',
        },
        body: new Uint8Array(bill),
      });
    },
    sayOld: (url, text) => post(url, { text }, ({ token }) => weekOld(token)),
    forge: (url, text) => post(url, { text }, ({ token }) => `${token.slice(0, -4)}AAAA`),
    huge: (url) => post(url, { text: 'x'.repeat(300_000) }),
    seen,
    sending: ({ method, path }) => method === 'GET' && path.includes('/activities'),
    tooMany: { status: 429, headers: { 'retry-after': '7' }, body: { error: { code: 'TooManyRequests' } } },
    blocked: { status: 503, body: {} },
    comeAgain() {
      granted = undefined;
      fetching.forget();
    },
    address: 'dl_7001',
  };
}

/** The token that the same visitor was given a week ago. */
function weekOld(token: string): string {
  const tokens = createTokens({ kind: 'development', key: developmentKey }, fakeClock(noon - 7 * 86_400_000));
  const read = claims.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));
  return tokens.sign(read, 'directline');
}

function createFetching(url: string) {
  let watermark = '';
  let failures = 0;
  let notBefore = 0;
  let isOver = false;

  /** @returns what came, or when to come again */
  async function fetchPage(known: Granted): Promise<readonly Activity[] | number> {
    try {
      const got = await call(`${url}${pathOf(known)}?watermark=${watermark}`, { bearer: known.token });
      if (got.status !== 200) return Number(got.headers.get('retry-after') ?? 2 ** failures) * 1_000;
      watermark = got.body.watermark;
      return got.body.activities;
    } catch {
      return 2 ** failures * 1_000;
    }
  }

  return {
    /** Goes through the tries that fell into the time since the last look; each that fails puts the next one off. */
    async fetchNew(known: Granted, now: number): Promise<readonly Activity[]> {
      const found: Activity[] = [];
      if (failures === 0) notBefore = now;
      for (isOver = false; !isOver && notBefore <= now; ) {
        const page = await fetchPage(known);
        if (typeof page === 'number') {
          failures += 1;
          notBefore += page;
        } else {
          failures = 0;
          found.push(...page);
          isOver = page.length === 0;
        }
      }
      return found;
    },
    forget(): void {
      watermark = '';
    },
  };
}

function actionsOf({ suggestedActions, attachments = [] }: Activity): readonly Action[] {
  return [...(suggestedActions?.actions ?? []), ...attachments.flatMap(({ content }) => content.buttons ?? [])];
}

function seenIn(activity: Activity): readonly Seen[] {
  if (activity.type !== 'message' || activity.from.id !== 'bot') return [];
  const cards = (activity.attachments ?? []).map(({ content }) => content);
  const actions = actionsOf(activity);
  return [
    {
      text: activity.text ?? '',
      buttons: actions.filter(({ type }) => type === 'imBack').map(({ title }) => title),
      links: actions.filter(({ type }) => type === 'openUrl').map(({ value }) => value),
      pictures: cards.flatMap(({ images = [] }) => images.map((image) => image.url)),
    },
    ...cards.flatMap(({ title = '', text = '' }) =>
      [title, text].map((one) => ({ text: one, buttons: [], links: [], pictures: [] })),
    ),
  ];
}
