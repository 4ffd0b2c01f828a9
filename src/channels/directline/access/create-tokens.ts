import { createHmac } from 'node:crypto';
import type { Clock } from '../../../runtime/ports.ts';
import { readJwt, signJwt } from '../../contract/verify/jwt.ts';
import type { Access } from '../options.ts';
import { type Claims, claims } from './claims.ts';

/** Seconds a token lives. */
export const tokenSeconds = 1800;
/** Seconds within which a stream's address must be opened. */
const ticketSeconds = 60;

/** What a token is made for; its times are added when it is signed. */
export type Grant = Omit<Claims, 'iss' | 'aud' | 'iat' | 'exp'>;

export type ReadToken =
  | { readonly kind: 'valid'; readonly claims: Claims }
  | { readonly kind: 'expired'; readonly claims: Claims; readonly sinceSeconds: number }
  | { readonly kind: 'forged' };

export type Tokens = {
  sign(grant: Grant, audience: Claims['aud']): string;
  read(token: string, audience: Claims['aud']): ReadToken;
};

/** Signs and reads the tokens of Direct Line with the keys of `access`. */
export function createTokens(access: Access, clock: Clock): Tokens {
  const keys = signingKeys(access, 'directline tokens');
  const [key = ''] = keys;
  return {
    sign: (grant, aud) => signJwt({ iss: 'touchpoint', aud, ...grant, ...lifetime(clock, aud) }, key),
    read: (token, aud) => readToken(readJwt(token, keys), aud, clock),
  };
}

/** Keys are derived, so that no token helps to guess a secret's other uses. The first signs. */
export function signingKeys(access: Access, use: string): readonly string[] {
  const secrets = access.kind === 'secrets' ? access.secrets : [access.key];
  return secrets.map((secret) => keyedHash(secret, use));
}

function keyedHash(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, 32);
}

function lifetime(clock: Clock, audience: Claims['aud']): { readonly iat: number; readonly exp: number } {
  const iat = Math.floor(clock.now() / 1000);
  return { iat, exp: iat + (audience === 'stream' ? ticketSeconds : tokenSeconds) };
}

function readToken(raw: unknown, audience: Claims['aud'], clock: Clock): ReadToken {
  const read = claims.safeParse(raw);
  if (!read.success || read.data.aud !== audience) return { kind: 'forged' };
  const sinceSeconds = clock.now() / 1000 - read.data.exp;
  if (sinceSeconds < 0) return { kind: 'valid', claims: read.data };
  return { kind: 'expired', claims: read.data, sinceSeconds };
}
