/** What restify 12 exports and its published types leave out. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerOptions } from 'restify';

declare module 'restify' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to
  interface Server {
    /** Runs before restify looks at a request; `false` means that it has been taken. */
    first(take: (message: IncomingMessage, response: ServerResponse) => boolean): void;
  }
  const logger: (options: { readonly level: 'silent' }) => ServerOptions['log'];
}
