import { type Grant, tokenSeconds } from '../access/create-tokens.ts';
import type { Context } from '../context.ts';

/** A token as clients get it: `{conversationId, token, expires_in}`. */
export function tokenAnswer({ tokens }: Pick<Context, 'tokens'>, grant: Grant) {
  const { signed, profile } = grant;
  const told = { ...(signed === undefined ? {} : { signed }), ...(profile === undefined ? {} : { profile }) };
  const token = tokens.sign({ ...grantOf(grant), ...told }, 'directline');
  return { conversationId: grant.conv, token, expires_in: tokenSeconds };
}

/**
 * The address of a stream that replays from `watermark`, pre-authorised by a ticket of its own.
 *
 * @param ownOrigin how the caller reached this server; its scheme becomes ws or wss
 */
export function streamUrl(
  { tokens }: Pick<Context, 'tokens'>,
  grant: Grant,
  place: { readonly ownOrigin: string; readonly watermark: number },
): string {
  const ticket = tokens.sign(grantOf(grant), 'stream');
  const path = `/v3/directline/conversations/${encodeURIComponent(grant.conv)}/stream`;
  return `${place.ownOrigin.replace(/^http/, 'ws')}${path}?watermark=${place.watermark}&t=${ticket}`;
}

/** What every token of a grant says, without the times of the one it may have been read from. */
function grantOf({ conv, user, name, entry, locale, origins }: Grant): Grant {
  return {
    conv,
    user,
    ...(name === undefined ? {} : { name }),
    entry,
    ...(locale === undefined ? {} : { locale }),
    origins,
  };
}
