/** Chatwoot's two APIs: the public one, in which we are the customer, and the REST API, in which we are one of its agents. */
import { type Answered, callProvider } from '../../channels/contract/outgoing/call-provider.ts';
import type { ChatwootOptions } from './options.ts';

export type ChatwootApi = {
  /** @param path below the inbox; without a body it is read */
  customer(path: string, body?: object): Promise<Answered>;
  /** @param path below the account */
  agent(path: string, body?: object): Promise<Answered>;
};

const timeoutMs = 10_000;

export function createApi({ url, account, inbox, token }: ChatwootOptions): ChatwootApi {
  const withBody = (body: object | undefined): { readonly body?: object } => (body === undefined ? {} : { body });
  return {
    customer: (path, body) =>
      callProvider({
        url: `${url}/public/api/v1/inboxes/${encodeURIComponent(inbox)}${path}`,
        timeoutMs,
        ...withBody(body),
      }),
    agent: (path, body) =>
      callProvider({
        url: `${url}/api/v1/accounts/${account}${path}`,
        headers: { api_access_token: token },
        timeoutMs,
        ...withBody(body),
      }),
  };
}
