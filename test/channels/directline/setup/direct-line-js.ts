/** Microsoft's own client, as a judge of what the server says; it wants a browser, so it gets the two parts of one that it uses. */
import directlinejs from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { FetchRequest } from './fetch-request.ts';

/** @property sockets every socket the client has opened, newest last */
export type OfficialClient = {
  readonly client: InstanceType<typeof directlinejs.DirectLine>;
  readonly sockets: readonly WebSocket[];
  /** texts in the order in which they came over the wire: under load the client hands out two groups of activities interleaved */
  readonly arrived: readonly string[];
  readonly received: readonly {
    readonly type: string;
    readonly id?: string;
    readonly text?: string;
    readonly conversation?: { readonly id: string };
  }[];
  readonly failures: readonly unknown[];
  until(text: string): Promise<void>;
  post(text: string): Promise<string>;
  postActivity(activity: object): Promise<string>;
};

type Options = ConstructorParameters<typeof directlinejs.DirectLine>[0];

export function officialClient(url: string, options: Partial<Options> = {}): OfficialClient {
  const sockets: WebSocket[] = [];
  const arrived: string[] = [];
  const note = (text: string) => {
    const { activities = [] }: { activities?: { text?: string }[] } = text === '' ? {} : JSON.parse(text);
    arrived.push(...activities.flatMap((activity) => activity.text ?? []));
  };
  class Requested extends FetchRequest {
    override heard(text: string): void {
      if (text.includes('"activities"')) note(text);
    }
  }
  Object.assign(globalThis, { XMLHttpRequest: Requested });
  class Watched extends WebSocket {
    constructor(address: string) {
      super(address);
      sockets.push(this);
      this.on('message', (frame) => note(String(frame)));
    }
  }
  // a negative number makes the client come back at once instead of after 3 to 15 seconds
  const services = { WebSocket: Watched, random: () => -0.25 };
  const given: object = { domain: `${url}/v3/directline`, timeout: 60_000, ...services, ...options };
  const client = new directlinejs.DirectLine(given as Options);
  const received: OfficialClient['received'][number][] = [];
  const failures: unknown[] = [];
  const waiting = new Set<() => void>();
  client.activity$.subscribe(
    (activity: object) => {
      received.push(activity as (typeof received)[number]);
      for (const look of waiting) look();
    },
    (error: unknown) => void failures.push(error),
  );
  return {
    client,
    sockets,
    arrived,
    received,
    failures,
    until: (text) =>
      new Promise((resolve) => {
        const look = () => {
          if (!received.some((activity) => activity.text === text)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    post: (text) => post({ type: 'message', text, channelData: { clientActivityID: `id-${text}` } }),
    postActivity: post,
  };

  function post(activity: object): Promise<string> {
    const whole: object = { from: { id: 'me' }, ...activity };
    return new Promise((resolve, reject) => {
      client.postActivity(whole as Parameters<typeof client.postActivity>[0]).subscribe(resolve, reject);
    });
  }
}
