/**
 * Direct Line 3.0: the web channel. It begins conversations, takes activities and shows a conversation's events as activities, by polling or
 * over a WebSocket. It stores nothing itself: what a client sees is derived from the log each time.
 */
import { WebSocketServer } from 'ws';
import type { Capabilities } from '../contract/capabilities.ts';
import type { HttpRoute } from '../contract/http.ts';
import { createRateLimit } from './access/create-rate-limit.ts';
import { createTokens } from './access/create-tokens.ts';
import { webCapabilities } from './capabilities.ts';
import type { Context } from './context.ts';
import type { DirectLineOptions } from './options.ts';
import { directLineRoutes } from './routes/direct-line-routes.ts';
import { createStreams } from './stream/create-streams.ts';
import { openStream, type Upgrade } from './stream/open-stream.ts';

export type DirectLine = {
  readonly capabilities: Capabilities;
  readonly routes: readonly HttpRoute[];
  /** Takes over the connection when it asks for a stream (or refuses it); `false` when the path is not of Direct Line. */
  upgrade(upgrade: Upgrade): Promise<boolean>;
  openSockets(): number;
  /** Tells clients to come again later and closes their sockets. */
  close(): void;
};

/** Bytes a client may send over the socket, where only empty keep-alives are expected. */
const maxClientFrame = 4096;

export function createDirectLine(options: DirectLineOptions): DirectLine {
  const context: Context = { ...options, tokens: createTokens(options.access, options.clock), limits: limits(options) };
  const streams = createStreams(options);
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maxClientFrame,
    perMessageDeflate: false,
    clientTracking: false,
  });
  return {
    capabilities: webCapabilities,
    routes: directLineRoutes(context),
    upgrade: (upgrade) => openStream({ context, streams, server }, upgrade),
    openSockets: streams.count,
    close: streams.close,
  };
}

/** Far above what a person types or a client polls, far below what hurts. */
function limits({ wall }: DirectLineOptions): Context['limits'] {
  return {
    posts: createRateLimit({ burst: 200, perMinute: 600 }, wall),
    reads: createRateLimit({ burst: 200, perMinute: 1200 }, wall),
    visits: createRateLimit({ burst: 30, perMinute: 30 }, wall),
    uploads: createRateLimit({ burst: 20, perMinute: 20 }, wall),
    // many customers may sit behind one address
    calls: createRateLimit({ burst: 3000, perMinute: 12_000 }, wall),
    strangers: createRateLimit({ burst: 60, perMinute: 60 }, wall),
  };
}
