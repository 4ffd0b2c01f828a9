/** JSON Web Tokens with HMAC-SHA256 (RFC 7515, 7519): the one algorithm taken, so that none can be chosen by whoever forges a token. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const header = encode('{"alg":"HS256","typ":"JWT"}');

/** Signs claims with `key`. */
export function signJwt(claims: object, key: string): string {
  const signed = `${header}.${encode(JSON.stringify(claims))}`;
  return `${signed}.${signature(signed, key)}`;
}

/**
 * The claims of a token signed with one of `keys`, as they stand: form and expiry are for the caller to check.
 *
 * @returns `undefined` when the token is not of the form a.b.c, names another algorithm, or no key fits
 */
export function readJwt(token: string, keys: readonly string[]): unknown {
  const [head, claims, mark, more] = token.split('.');
  if (!head || !claims || !mark || more !== undefined) return undefined;
  if (!isOurAlgorithm(head)) return undefined;
  if (!keys.some((key) => sameText(mark, signature(`${head}.${claims}`, key)))) return undefined;
  return parse(claims);
}

/** Compares in a time that does not tell where two texts differ; their lengths may show. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function isOurAlgorithm(head: string): boolean {
  if (head === header) return true;
  const fields = parse(head);
  return (
    typeof fields === 'object' && fields !== null && 'alg' in fields && fields.alg === 'HS256' && !('crit' in fields)
  );
}

function signature(signed: string, key: string): string {
  return createHmac('sha256', key).update(signed).digest('base64url');
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function parse(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}
