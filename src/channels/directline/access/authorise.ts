import { createHash } from 'node:crypto';
import type { HttpAnswer, HttpRequest } from '../../contract/http.ts';
import { sameText } from '../../contract/verify/jwt.ts';
import { refuse, tooMany } from '../answers.ts';
import type { Context } from '../context.ts';
import type { Claims } from './claims.ts';
import type { Tokens } from './create-tokens.ts';

/** Who calls: a server with the secret (any conversation), a client with a token (one conversation), or nobody who may. */
export type Caller =
  | { readonly kind: 'secret' }
  | { readonly kind: 'token'; readonly claims: Claims }
  | { readonly kind: 'refused'; readonly answer: HttpAnswer };

/**
 * Finds out who calls from the Authorization and Origin headers.
 *
 * In development mode a caller without a token counts as carrying the secret, provided that Host names this machine: a page that reaches it by
 * a name of its own (DNS rebinding) is refused. Whatever has the form of a token is always verified. An address that is refused over and over is
 * told to wait: secrets are not guessed by trying.
 */
export function authorise(context: Pick<Context, 'access' | 'tokens' | 'limits'>, request: HttpRequest): Caller {
  const caller = whoIs(context, request);
  if (caller.kind !== 'refused') return caller;
  const wait = context.limits.strangers(request.address);
  return wait > 0 ? { kind: 'refused', answer: tooMany(wait) } : caller;
}

function whoIs({ access, tokens }: Pick<Context, 'access' | 'tokens'>, request: HttpRequest): Caller {
  const development = access.kind === 'development';
  if (development && !request.isLocal())
    return refused(
      'NotAllowed',
      'without a secret only a loopback address is served: set TOUCHPOINT_DIRECTLINE_SECRET',
    );
  const header = request.headers.authorization;
  if (header === undefined && development) return { kind: 'secret' };
  const bearer = header === undefined ? undefined : /^Bearer +(\S+)$/i.exec(header.trim())?.[1];
  if (bearer === undefined) return refused('Unauthorized', 'send the header Authorization: Bearer SECRET or TOKEN');
  if (access.kind === 'secrets' && isSecret(bearer, access.secrets)) return { kind: 'secret' };
  if (looksLikeToken(bearer)) return checkToken(tokens, bearer, request.headers.origin);
  return development ? { kind: 'secret' } : refused('BadArgument', 'the secret is not valid');
}

/** Whether a page of this origin may use a token. Callers that are no browser send no Origin. */
export function allowsOrigin(origins: readonly string[], origin: string | undefined): boolean {
  return origins.length === 0 || origin === undefined || origins.includes(origin.toLowerCase());
}

function checkToken(tokens: Tokens, bearer: string, origin: string | undefined): Caller {
  const read = tokens.read(bearer, 'directline');
  if (read.kind === 'forged') return refused('BadArgument', 'the token is not valid');
  if (read.kind === 'expired') return refused('TokenExpired', 'the token has expired');
  if (!allowsOrigin(read.claims.origins, origin)) return refused('NotAllowed', 'the token does not allow this origin');
  return { kind: 'token', claims: read.claims };
}

function looksLikeToken(bearer: string): boolean {
  return bearer.split('.').length === 3;
}

function isSecret(bearer: string, secrets: readonly string[]): boolean {
  const given = digest(bearer);
  return secrets.filter((secret) => sameText(given, digest(secret))).length > 0;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function refused(code: 'NotAllowed' | 'Unauthorized' | 'BadArgument' | 'TokenExpired', message: string): Caller {
  return { kind: 'refused', answer: refuse(code, message, code === 'Unauthorized' ? 401 : 403) };
}
