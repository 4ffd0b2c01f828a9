import type { HttpAnswer, HttpRequest } from '../../contract/http.ts';
import { enter, unknownConversation } from '../access/enter.ts';
import { readPage } from '../activities/read-page.ts';
import { readWatermark } from '../activities/read-watermark.ts';
import { json, refuse } from '../answers.ts';
import type { Context } from '../context.ts';

/** GET /conversations/{id}/activities?watermark=W: what came after W, a page at a time; an empty page means there is no more. */
export async function listActivities(context: Context, request: HttpRequest): Promise<HttpAnswer> {
  const entered = await enter(context, request, context.limits.reads);
  if (!entered.ok) return entered.answer;
  const after = readWatermark(request.query().get('watermark') ?? '');
  if (after === undefined) return refuse('BadArgument', 'the watermark is not one that was given out');
  const source = { store: context.store, botName: context.bot.name, origin: request.ownOrigin() };
  const page = await readPage(source, entered.conversation, after);
  if (page.watermark > after) return json({ activities: page.activities, watermark: String(page.watermark) });
  const loaded = await context.store.load(entered.conversation);
  if (!loaded) return unknownConversation();
  return json({ activities: [], watermark: String(Math.min(after, loaded.head.seq)) });
}
