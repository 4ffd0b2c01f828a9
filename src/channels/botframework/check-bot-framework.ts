/** `touchpoint channels check botframework`: whether the keys of the Bot Framework can be had, and what is open. */
import { z } from 'zod';
import type { Finding } from '../contract/channel-door.ts';
import type { BotFrameworkOptions } from './options.ts';

const publicKeys = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const metadata = z.looseObject({ jwks_uri: z.string() });
const timeoutMs = 10_000;

export async function checkBotFramework(options: BotFrameworkOptions): Promise<readonly Finding[]> {
  if (options.access.kind === 'anonymous')
    return [
      {
        grade: 'warning',
        message: 'anonymous: whoever reaches this machine may speak for any customer',
        fix: 'set channels.botframework.appId for any channel but the Emulator',
      },
    ];
  const url = options.openIdUrl ?? publicKeys;
  const isFound = await hasKeys(url);
  return [
    { grade: 'good', message: `requests are verified for app ${options.access.appId}` },
    isFound
      ? { grade: 'good', message: `the keys of the Bot Framework are found at ${url}` }
      : {
          grade: 'missing',
          message: `the keys of the Bot Framework cannot be had from ${url}: every request would be refused`,
          fix: 'let this machine reach that address',
        },
    ...(options.access.tenantId === undefined
      ? [
          {
            grade: 'warning',
            message: 'no tenantId is set: the app counts as multi-tenant, which Azure creates no more',
            fix: 'set channels.botframework.tenantId',
          } as const,
        ]
      : []),
  ];
}

async function hasKeys(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    return metadata.safeParse(await response.json()).success;
  } catch {
    return false;
  }
}
