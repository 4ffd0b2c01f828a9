/**
 * The HTTP server: pages, health, sign-in, figures as JSON, and the routes of the web channel. restify and Node's server are known here and in
 * `serving/` only.
 */
import { createServer, logger } from 'restify';
import { createSessions } from './access/create-sessions.ts';
import { createSignIn } from './access/create-sign-in.ts';
import { guard } from './access/guard.ts';
import type { Route } from './access/route.ts';
import { createLiveDesk } from './desk/live/create-live-desk.ts';
import { createLiveFacts } from './facts/create-live-facts.ts';
import { pageRoutes } from './pages/page-routes.ts';
import { readPages } from './pages/read-pages.ts';
import { createMetrics } from './routes/create-metrics.ts';
import { webRoutes } from './routes/web-routes.ts';
import { closeServer } from './serving/close-server.ts';
import { isLoopback } from './serving/is-loopback.ts';
import { listenOn } from './serving/listen-on.ts';
import { mountRoute, mountRoutes } from './serving/mount-routes.ts';
import type { Serving } from './serving/serve-route.ts';
import { takeUpgrades } from './serving/take-upgrades.ts';
import type { WebOptions } from './web-options.ts';

export type WebServer = {
  /**
   * Reads the pages and takes requests.
   *
   * @returns where; `signIn` is the link that makes its first visitor an admin, on loopback only
   * @throws TouchpointError PORT_IN_USE
   */
  listen(): Promise<{ readonly url: string; readonly signIn: string | undefined }>;
  /** What it answers besides pages, and to whom. */
  readonly routes: readonly Route[];
  /** Where it listens; only once it does. */
  url(): string;
  /** Takes nothing new, finishes what runs, closes every connection; resolves within ten seconds. */
  close(): Promise<void>;
};

export function createWebServer(options: WebOptions): WebServer {
  const metrics = createMetrics();
  const signIn = createSignIn(options);
  const sessions = createSessions(options);
  const facts = createLiveFacts(options);
  let closing = false;
  // restify would log to stdout, where the start line stands alone
  const server = createServer({ name: '', log: logger({ level: 'silent' }) });
  // restify passes errors of the listening socket on, and without a listener they would end the process
  server.on('error', (error: Error) => {
    if (server.server.listening) options.log.error({ err: error }, 'the server cannot take connections');
  });
  const serving: Serving = { ...options, reach: options.config, isClosing: () => closing, answered: metrics.answered };
  const notReady = async () => (closing ? ['the server is closing'] : options.notReady());
  const live = createLiveDesk(options);
  const routes = webRoutes({ ...options, notReady, metrics, signIn, sessions, live, facts });
  const admitted = routes.map((route) => guard({ sessions, accounts: options.accounts }, route));
  mountRoutes(server, admitted, serving);
  const upgraded = takeUpgrades(server.server, {
    channel: options.directline,
    reach: options.config,
    log: options.log,
  });
  const unlisten = options.runtime.listen((_conversation, events) => metrics.committed(events));
  const unwatch = options.desk.watch(options.runtime);
  return {
    routes,
    async listen() {
      for (const route of pageRoutes(await readPages(options.pagesFolder))) mountRoute(server, route, serving);
      const url = await listenOn(server.server, options.config);
      return { url, signIn: isLoopback(options.config.host) ? `${url}/sign-in?ticket=${signIn.ticket}` : undefined };
    },
    url: () => server.url,
    async close() {
      closing = true;
      unlisten();
      unwatch();
      options.directline.close();
      live.close();
      facts.close();
      await closeServer(server.server, { upgraded, wall: options.wall });
    },
  };
}
