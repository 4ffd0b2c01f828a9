/** A request and an answer without their sockets: what routes are functions of. */

export type Exchange = {
  readonly method: string;
  /** without the query */
  readonly path: string;
  /** what the route's `:names` stood for, decoded */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** header `Proof`: postcode or e-mail address of the order; `null` where the caller gives none */
  readonly proof: string | null;
};

export type Answer = {
  readonly status: number;
  /** JSON; `null` sends no body */
  readonly body: unknown;
};

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

export const noContent: Answer = { status: 204, body: null };

export function notFound(what: string): Answer {
  return { status: 404, body: { error: `There is no such ${what}.` } };
}

/** The request is understood, and the shop's rules forbid it. */
export function forbiddenByRules(code: string, reason: string): Answer {
  return { status: 409, body: { error: reason, code } };
}

export function malformed(reason: string): Answer {
  return { status: 400, body: { error: reason } };
}
