import type { HttpAnswer, HttpRequest, HttpRoute } from '../../contract/http.ts';
import { refuse } from '../answers.ts';
import type { Context } from '../context.ts';
import { getUpload } from '../uploads/get-upload.ts';
import { mostBytesTogether, postUpload } from '../uploads/post-upload.ts';
import { generateToken } from './generate-token.ts';
import { listActivities } from './list-activities.ts';
import { postActivity } from './post-activity.ts';
import { refreshToken } from './refresh-token.ts';
import { resumeConversation } from './resume-conversation.ts';
import { startConversation } from './start-conversation.ts';
import { widgetToken } from './widget-token.ts';

type Answer = (context: Context, request: HttpRequest) => Promise<HttpAnswer>;

/**
 * Pages of other origins may call: no cookie is ever read here, and a token that names its origins is refused elsewhere. The headers allowed
 * are those the official clients send.
 */
const cors = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
} as const;

const preflight = {
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
  'Access-Control-Max-Age': '7200',
} as const;

const base = '/v3/directline';

/** Every path of Direct Line with what answers there; unknown ones below it answer in its shape too. */
export function directLineRoutes(context: Context): readonly HttpRoute[] {
  const route = (method: 'GET' | 'POST', path: string, answer: Answer): HttpRoute => ({
    method,
    path,
    headers: cors,
    answer: (request) => answer(context, request),
  });
  return [
    route('POST', `${base}/tokens/generate`, generateToken),
    route('POST', `${base}/tokens/refresh`, refreshToken),
    route('POST', `${base}/conversations`, startConversation),
    route('GET', `${base}/conversations/:conversation`, resumeConversation),
    route('GET', `${base}/conversations/:conversation/activities`, listActivities),
    { ...route('POST', `${base}/conversations/:conversation/activities`, postActivity), hot: true },
    { ...route('POST', `${base}/conversations/:conversation/upload`, postUpload), fileBytes: mostBytesTogether },
    route('GET', `${base}/uploads/:conversation/:upload`, getUpload),
    route('POST', '/widget/token', widgetToken),
    route('GET', `${base}/*`, unknownPath),
    route('POST', `${base}/*`, unknownPath),
    { method: 'OPTIONS', path: `${base}/*`, headers: cors, answer: allow },
    { method: 'OPTIONS', path: '/widget/token', headers: cors, answer: allow },
  ];
}

async function unknownPath(): Promise<HttpAnswer> {
  return refuse('NotFound', 'Direct Line has nothing at this path');
}

async function allow(): Promise<HttpAnswer> {
  return { status: 204, headers: preflight, body: '' };
}
