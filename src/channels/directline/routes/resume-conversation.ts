import type { HttpAnswer, HttpRequest } from '../../contract/http.ts';
import type { Grant } from '../access/create-tokens.ts';
import { type Entered, enter, unknownConversation } from '../access/enter.ts';
import { readWatermark } from '../activities/read-watermark.ts';
import { json, refuse } from '../answers.ts';
import type { Context } from '../context.ts';
import { newGrant } from './new-grant.ts';
import { streamUrl, tokenAnswer } from './token-answer.ts';

/**
 * GET /conversations/{id}?watermark=W: a new stream that replays what came after W. Without a watermark only later messages; an empty one is
 * sent by clients that have seen nothing, and replays everything.
 */
export async function resumeConversation(context: Context, request: HttpRequest): Promise<HttpAnswer> {
  const entered = await enter(context, request, context.limits.reads);
  if (!entered.ok) return entered.answer;
  const loaded = await context.store.load(entered.conversation);
  if (!loaded) return unknownConversation();
  const raw = request.query().get('watermark');
  const watermark = raw === null ? loaded.head.seq : readWatermark(raw);
  if (watermark === undefined) return refuse('BadArgument', 'the watermark is not one that was given out');
  const grant = grantOf(context, entered);
  const place = { ownOrigin: request.ownOrigin(), watermark: Math.min(watermark, loaded.head.seq) };
  return json({ ...tokenAnswer(context, grant), streamUrl: streamUrl(context, grant, place) });
}

/** The secret speaks for any user, so its token gets one of its own. */
function grantOf(context: Context, entered: Extract<Entered, { ok: true }>): Grant {
  if (entered.caller.kind === 'token') return entered.caller.claims;
  return { ...newGrant(context, {}), conv: entered.conversation };
}
