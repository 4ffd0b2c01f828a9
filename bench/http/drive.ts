/**
 * The load generator, in a process of its own: 32 connections, each its own conversation, one synchronous reply after another.
 * Arguments: kind (bot | echo), base URL, seconds. Prints one line of JSON.
 */
import autocannon from 'autocannon';
import { z } from 'zod';

const [kind = 'echo', url = '', seconds = '10'] = process.argv.slice(2);
const connections = 32;
/** What customers ask in turn: short questions, none of which repeats the one before. */
const texts = [
  'what are your opening hours?',
  'how much is delivery',
  'which payment methods do you take',
  'do you ship abroad?',
  'thanks a lot',
];
const textOf = (count: number): string => texts[count % texts.length] ?? '';

type Target = { readonly path: string; readonly body: (count: number) => object };

const targets = await Promise.all(
  Array.from({ length: connections }, (_, index) => (kind === 'bot' ? conversation() : echo(index))),
);
const remaining = [...targets];

const result = await autocannon({
  url,
  connections,
  duration: Number(seconds),
  setupClient(client) {
    const target = remaining.pop() ?? targets[0];
    let count = 0;
    client.setRequests([
      {
        method: 'POST',
        path: target?.path ?? '/',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: JSON.stringify(target?.body(count++)) }),
      },
    ]);
  },
});

process.stdout.write(
  `${JSON.stringify({
    perSecond: result.requests.average,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    failed: result.non2xx + result.errors + result.timeouts,
  })}\n`,
);

async function conversation(): Promise<Target> {
  const started = await fetch(`${url}/v3/directline/conversations`, { method: 'POST' });
  const { conversationId } = z.object({ conversationId: z.string() }).parse(await started.json());
  return {
    path: `/v3/directline/conversations/${conversationId}/activities`,
    body: (count) => ({
      type: 'message',
      deliveryMode: 'expectReplies',
      from: { id: 'customer' },
      text: textOf(count),
      channelData: { clientActivityID: `${conversationId}-${count}` },
    }),
  };
}

function echo(index: number): Target {
  return {
    path: '/api/messages',
    body: (count) => ({
      type: 'message',
      id: `${index}-${count}`,
      channelId: 'emulator',
      serviceUrl: 'http://127.0.0.1:9',
      deliveryMode: 'expectReplies',
      from: { id: 'customer' },
      recipient: { id: 'bot' },
      conversation: { id: `conversation-${index}` },
      text: textOf(count),
    }),
  };
}
