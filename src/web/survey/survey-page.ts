/** The page of a survey: plain HTML that needs no script. It tells nothing of the customer or of what was talked about. */
import { createHash } from 'node:crypto';
import type { HttpAnswer } from '../../channels/contract/http.ts';
import { escapeHtml } from '../../reports/page/escape-html.ts';
import type { LinkedSurvey } from '../../runtime/door.ts';
import { surveyStyle } from './survey-style.ts';
import type { Worded } from './survey-words.ts';

/** Nothing but the page's own style, and its own form sent back to where it came from. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(surveyStyle).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export const surveyHeaders = {
  'Content-Security-Policy': policy,
  'X-Robots-Tag': 'noindex',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Longest comment, in UTF-16 units. */
export const longestComment = 1_000;

type Asked = Worded & {
  readonly name: string;
  readonly survey: Pick<LinkedSurvey, 'language'> & { readonly questions: ReturnType<LinkedSurvey['questions']> };
  /** it came back without any answer */
  readonly isEmpty: boolean;
};

export function askingPage({ name, language, words, survey, isEmpty }: Asked): HttpAnswer {
  const alert = isEmpty ? `<p class="alert" role="alert">${escapeHtml(words.nothing)}</p>` : '';
  const questions = survey.questions.map(
    ({ item, text, scale }) =>
      `<fieldset lang="${escapeHtml(survey.language)}"><legend>${escapeHtml(text)}</legend><div class="scale">${scale
        .map(
          ({ value, title }) =>
            `<label><input type="radio" name="${item}" value="${escapeHtml(value)}"><span>${escapeHtml(title)}</span></label>`,
        )
        .join('')}</div></fieldset>`,
  );
  const comment = `<div><label class="label" for="comment">${escapeHtml(words.comment)} <span>(${escapeHtml(words.optional)})</span></label><textarea id="comment" name="comment" maxlength="${longestComment}"></textarea></div>`;
  const form = `<form method="post" class="in"><div><h1>${escapeHtml(words.title)}</h1><p>${escapeHtml(words.lead)}</p></div>${alert}${questions.join('')}${comment}<button>${escapeHtml(words.send)}</button></form>`;
  return page({ status: isEmpty ? 422 : 200, name, language, title: words.title, body: form });
}

export function thanksPage({ name, language, words }: Worded & { readonly name: string }): HttpAnswer {
  const body = `<div class="in"><div><h1>${escapeHtml(words.thanks)}</h1><p>${escapeHtml(words.close)}</p></div><p><a href="?">${escapeHtml(words.change)}</a></p></div>`;
  return page({ status: 200, name, language, title: words.thanks, body });
}

type Closed = Worded & { readonly name: string; readonly why: 'over' | 'unknown' | 'busy' };

/** What is told where there is nothing to answer, the same to everybody. */
export function closedPage({ name, language, words, why }: Closed): HttpAnswer {
  const { status, title, more } = {
    over: { status: 410, title: words.over, more: words.overMore },
    unknown: { status: 404, title: words.unknown, more: words.unknownMore },
    busy: { status: 429, title: words.busy, more: words.busyMore },
  }[why];
  const body = `<div class="in"><div><h1>${escapeHtml(title)}</h1><p>${escapeHtml(more)}</p></div></div>`;
  return page({ status, name, language, title, body });
}

type Page = { readonly status: number; readonly name: string; readonly language: string } & {
  readonly title: string;
  readonly body: string;
};

function page({ status, name, language, title, body }: Page): HttpAnswer {
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)} – ${escapeHtml(name)}</title><style>${surveyStyle}</style></head><body><main><header>${escapeHtml(name)}</header>${body}</main></body></html>`;
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: html };
}
