/** `/survey/TOKEN`: customers who have gone say how it was. Reading the page answers nothing, so that a mail scanner that opens links does not either. */
import type { HttpAnswer, HttpRequest, HttpRoute } from '../../channels/contract/http.ts';
import { createRateLimit, type RateLimit } from '../../channels/directline/access/create-rate-limit.ts';
import type { LinkedSurvey, Runtime } from '../../runtime/door.ts';
import type { Clock } from '../../runtime/ports.ts';
import { askingPage, closedPage, longestComment, surveyHeaders, thanksPage } from './survey-page.ts';
import type { SurveyGrant, SurveyTokens } from './survey-tokens.ts';
import { surveyWords } from './survey-words.ts';

/** @property name of the bot, as the page shows it; @property wall the real time, for limits */
type Parts = {
  readonly runtime: Pick<Runtime, 'linked' | 'surveyed'>;
  readonly tokens: SurveyTokens;
  readonly name: string;
  readonly wall: Clock;
};

type Context = Parts & { readonly visits: RateLimit; readonly answers: RateLimit };

/** A form with the longest comment, each letter written as nine. */
const mostBytes = 16_384;

export function surveyRoutes(parts: Parts): readonly HttpRoute[] {
  const context: Context = {
    ...parts,
    visits: createRateLimit({ burst: 30, perMinute: 30 }, parts.wall),
    answers: createRateLimit({ burst: 5, perMinute: 1 }, parts.wall),
  };
  const common = { path: '/survey/*', headers: surveyHeaders };
  return [
    { ...common, method: 'GET', answer: (request) => open(context, request) },
    { ...common, method: 'POST', fileBytes: mostBytes, answer: (request) => take(context, request) },
  ];
}

async function open(context: Context, request: HttpRequest): Promise<HttpAnswer> {
  const found = await find(context, request);
  if ('status' in found) return found;
  const { name } = context;
  const worded = surveyWords([found.linked.language]);
  return request.query().has('done')
    ? thanksPage({ name, ...worded })
    : askingPage({ name, ...worded, survey: asked(found), isEmpty: false });
}

/** It is answered with a redirection, so that loading the page anew sends nothing twice. */
async function take(context: Context, request: HttpRequest): Promise<HttpAnswer> {
  const found = await find(context, request);
  if ('status' in found) return found;
  const { name } = context;
  const { grant, linked } = found;
  const form = new URLSearchParams(request.bytes.toString());
  const survey = asked(found);
  const answers = survey.questions.flatMap(({ item, scale }) =>
    scale.filter(({ value }) => value === form.get(item)).map(({ value }) => ({ item, value })),
  );
  const comment = (form.get('comment') ?? '').trim().slice(0, longestComment);
  if (answers.length === 0 && comment === '')
    return askingPage({ name, ...surveyWords([linked.language]), survey, isEmpty: true });
  if (context.answers(tokenOf(request)) > 0) return closed(context, request, 'busy');
  const { conversation, case: id, items } = grant;
  if ((await context.runtime.surveyed({ conversation, case: id, items, answers, comment })) === 'unknown')
    return closed(context, request, 'unknown');
  return { status: 303, headers: { Location: '?done' }, body: '' };
}

type Found = { readonly grant: SurveyGrant; readonly linked: LinkedSurvey };

/** What a link asks. Whether it was forged, or its customer erased, nobody learns. */
async function find(context: Context, request: HttpRequest): Promise<Found | HttpAnswer> {
  if (context.visits(request.address) > 0) return closed(context, request, 'busy');
  const read = context.tokens.read(tokenOf(request));
  if (read.kind !== 'valid') return closed(context, request, read.kind === 'expired' ? 'over' : 'unknown');
  const linked = await context.runtime.linked(read.grant.conversation);
  return linked ? { grant: read.grant, linked } : closed(context, request, 'unknown');
}

function asked({ grant, linked }: Found) {
  return { language: linked.language, questions: linked.questions(grant.items) };
}

function tokenOf({ params }: HttpRequest): string {
  return params['*'] ?? '';
}

function closed({ name }: Context, { headers }: HttpRequest, why: 'over' | 'unknown' | 'busy'): HttpAnswer {
  const languages = (headers['accept-language'] ?? '').split(',');
  return closedPage({ name, ...surveyWords(languages), why });
}
