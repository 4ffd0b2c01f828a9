/** `touchpoint channels check chatwoot`: whether Chatwoot knows the token, the account and the inbox. */
import { z } from 'zod';
import type { Finding } from '../../channels/contract/channel-door.ts';
import type { Answered } from '../../channels/contract/outgoing/call-provider.ts';
import type { ChatwootApi } from './create-api.ts';
import type { ChatwootOptions } from './options.ts';

const inboxes = z.looseObject({
  payload: z.array(
    z.looseObject({ name: z.string(), inbox_identifier: z.string().nullish(), webhook_url: z.string().nullish() }),
  ),
});

export async function checkChatwoot(
  api: ChatwootApi,
  { account, inbox }: ChatwootOptions,
): Promise<readonly Finding[]> {
  const answered = await api.agent('/inboxes');
  const read = inboxes.safeParse(answered.kind === 'answered' && answered.status === 200 ? answered.body : undefined);
  if (!read.success)
    return [missing(`Chatwoot does not show the inboxes of account ${account}: ${told(answered)}`, tokenFix)];
  const ours = read.data.payload.find((one) => one.inbox_identifier === inbox);
  if (!ours) return [missing(`account ${account} has no API inbox '${inbox}'`, inboxFix)];
  const isHere = /\/channels\/chatwoot(\?|$)/.test(ours.webhook_url ?? '');
  return [
    { grade: 'good', message: `Chatwoot knows the inbox '${ours.name}'` },
    isHere
      ? { grade: 'good', message: `its webhook is ${withoutSecret(ours.webhook_url ?? '')}` }
      : missing('its webhook does not lead to /channels/chatwoot: nothing that agents write comes here', hookFix),
  ];
}

const tokenFix =
  'correct desk.external.chatwoot.url and account, and TOUCHPOINT_CHATWOOT_TOKEN: the access token of an administrator shows inboxes';
const inboxFix = 'set desk.external.chatwoot.inbox to the identifier that the settings of the API inbox show';
const hookFix =
  'set the webhook URL of the inbox to https://YOUR-HOST/channels/chatwoot, as docs/desks/chatwoot.md says';

function told(answered: Answered): string {
  return answered.kind === 'answered' ? `it answered ${answered.status}` : answered.message;
}

function withoutSecret(url: string): string {
  return url.replace(/\?.*/, '');
}

function missing(message: string, fix: string): Finding {
  return { grade: 'missing', message, fix };
}
