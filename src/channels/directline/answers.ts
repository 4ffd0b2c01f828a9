/** Answers in the shapes of Direct Line 3.0. */
import type { HttpAnswer } from '../contract/http.ts';

/** Error codes of the protocol; `TokenExpired` and `BadArgument` are those that clients tell apart. */
export type RefusalCode =
  | 'BadArgument'
  | 'MissingProperty'
  | 'NotSupported'
  | 'Unauthorized'
  | 'NotAllowed'
  | 'TokenExpired'
  | 'NotFound'
  | 'TooLarge'
  | 'UnsupportedType'
  | 'BotError'
  | 'TooManyRequests';

const statuses: Readonly<Record<RefusalCode, number>> = {
  BadArgument: 400,
  MissingProperty: 400,
  NotSupported: 400,
  Unauthorized: 401,
  NotAllowed: 403,
  TokenExpired: 403,
  NotFound: 404,
  TooLarge: 413,
  UnsupportedType: 415,
  BotError: 502,
  TooManyRequests: 429,
};

/** An answer with a JSON body; `status` is 200 unless given. */
export function json(body: object, status = 200): HttpAnswer {
  return { status, body: JSON.stringify(body) };
}

/** An error in the protocol's shape. `BadArgument` is 400 for a malformed request and 403 for a forged token: say which by `status`. */
export function refuse(code: RefusalCode, message: string, status = statuses[code]): HttpAnswer {
  return { status, body: JSON.stringify({ error: { code, message } }) };
}

/** 429 with the whole seconds after which it is worth trying again. */
export function tooMany(waitSeconds: number): HttpAnswer {
  const seconds = Math.max(1, Math.ceil(waitSeconds));
  const answer = refuse('TooManyRequests', `too many requests: try again in ${seconds} s`);
  return { ...answer, headers: { 'Retry-After': String(seconds) } };
}
