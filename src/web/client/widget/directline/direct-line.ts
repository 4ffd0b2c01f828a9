/**
 * The calls of Direct Line 3.0 the widget makes, and the one that gives it a token without a secret. Knows nothing of what is shown.
 */

import { fieldsIn, numberOf, textOf } from '../../json/fields.ts';
import type { Instant, Ports, UploadInit } from '../ports.ts';
import { type Frame, readFrame } from './activity.ts';
import { type Answer, answerOf, ask } from './answer.ts';

/** The right to one conversation. `renewAt`: from then on a new token is fetched before the next call. */
export type Session = {
  readonly conversationId: string;
  readonly token: string;
  readonly userId: string;
  readonly renewAt: Instant;
  /** who the page said this is (`sub` of a user token); '' for nobody */
  readonly signed: string;
};

/** A message on its way out. `label` is what the chosen button showed, where it differs from what it sends. */
export type Post = {
  readonly clientId: string;
  readonly text: string;
  readonly label: string;
  readonly entryPoint: string;
  readonly locale: string;
  /** what the page has to say beside it; `undefined`: nothing */
  readonly context: unknown;
  readonly file: File | undefined;
};

/** @property userToken signed by the page's own server; '' for nobody */
export type TokenAsked = { readonly entryPoint: string; readonly userToken: string };

export type Result<T> = Exclude<Answer, { ok: true }> | { readonly ok: true; readonly value: T };

export type DirectLine = {
  /** With `held`: a fresh token for the same conversation, where the server still knows it. */
  token(asked: TokenAsked, held: Session | undefined): Promise<Result<Session>>;
  /** Starts the conversation; the address of its stream. */
  start(session: Session, locale: string): Promise<Result<string>>;
  /** A new stream that begins with what came after `watermark`. */
  reopen(session: Session, watermark: string): Promise<Result<string>>;
  /** One page of what was said after `watermark`; from the beginning where it is ''. */
  activities(session: Session, watermark: string): Promise<Result<Frame>>;
  /** Says that the customer is writing. */
  typing(session: Session): void;
  /** @param progressed hears how much of a file is on its way: 0 to 1 */
  post(session: Session, post: Post, progressed: (share: number) => void): Promise<Result<null>>;
};

/** @param home origin of the server, without a slash at the end */
export function directLine(ports: Ports, home: string): DirectLine {
  const conversations = `${home}/v3/directline/conversations`;
  const at = (session: Session) => `${conversations}/${encodeURIComponent(session.conversationId)}`;
  return {
    async token({ entryPoint, userToken }, held) {
      const known = held && { conversationId: held.conversationId, token: held.token };
      const body = { entryPoint, ...(userToken && { userToken }), ...known };
      const answer = await ask(ports, `${home}/widget/token`, json(body));
      return as(answer, (text) => ({ ...readSession(text, ports.now()), signed: signedIn(userToken) }));
    },
    async start(session, locale) {
      const init = json({ user: { id: session.userId }, locale }, session);
      return as(await ask(ports, conversations, init), readStreamUrl);
    },
    async reopen(session, watermark) {
      return as(await ask(ports, at(session) + after(watermark), { headers: bearer(session) }), readStreamUrl);
    },
    async activities(session, watermark) {
      return as(
        await ask(ports, `${at(session)}/activities${after(watermark)}`, { headers: bearer(session) }),
        readFrame,
      );
    },
    typing: (session) => void ask(ports, `${at(session)}/activities`, typing(session)),
    async post(session, post, progressed) {
      const activity = activityOf(session, post);
      const answer = post.file
        ? await answerOf(
            ports,
            ports.upload(`${at(session)}/upload`, form(session, activity, { file: post.file, progressed })),
          )
        : await ask(ports, `${at(session)}/activities`, json(activity, session));
      return as(answer, () => null);
    },
  };
}

type Sending = { readonly file: File; progressed(share: number): void };

function form(session: Session, activity: unknown, { file, progressed }: Sending): UploadInit {
  const body = new FormData();
  body.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
  body.append('file', file);
  return { headers: bearer(session), body, progressed };
}

/** Who a user token speaks of; the server checks whether it is true. */
export function signedIn(userToken: string): string {
  const claims = (userToken.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
  try {
    return textOf(fieldsIn(atob(claims))['sub']);
  } catch {
    return '';
  }
}

function typing(session: Session): RequestInit {
  return json({ type: 'typing', from: { id: session.userId } }, session);
}

function as<T>(answer: Answer, read: (body: string) => T): Result<T> {
  return answer.ok ? { ok: true, value: read(answer.body) } : answer;
}

function after(watermark: string): string {
  return watermark && `?watermark=${encodeURIComponent(watermark)}`;
}

function bearer(session: Session): Record<string, string> {
  return { authorization: `Bearer ${session.token}` };
}

function json(body: unknown, session?: Session): RequestInit {
  const headers = { 'content-type': 'application/json', ...(session && bearer(session)) };
  return { method: 'POST', headers, body: JSON.stringify(body) };
}

function activityOf(session: Session, post: Post): unknown {
  const { context } = post;
  const touchpoint = {
    entryPoint: post.entryPoint,
    ...(post.label && { label: post.label }),
    ...(context ? { context } : {}),
  };
  return {
    type: 'message',
    from: { id: session.userId },
    text: post.text,
    textFormat: 'plain',
    locale: post.locale,
    localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    channelData: { clientActivityID: post.clientId, touchpoint },
  };
}

function readStreamUrl(body: string): string {
  return textOf(fieldsIn(body)['streamUrl']);
}

/** Two thirds of a token's life are used, so that no call is made with one about to end. */
function readSession(body: string, now: Instant): Omit<Session, 'signed'> {
  const fields = fieldsIn(body);
  const seconds = numberOf(fields['expires_in']) ?? 1800;
  return {
    conversationId: textOf(fields['conversationId']),
    token: textOf(fields['token']),
    userId: textOf(fields['userId']),
    renewAt: now + seconds * 667,
  };
}
