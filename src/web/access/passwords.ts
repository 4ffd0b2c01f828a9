/**
 * Passwords as they are kept: scrypt (RFC 7914) with a salt each. 32 MB and three passes are what OWASP's password storage cheat sheet asks for; the
 * cost stands in the hash, so that it can be raised later.
 */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** NIST SP 800-63B asks for eight characters at least, and for no rules about them. */
export const shortestPassword = 8;
export const longestPassword = 1000;

const cost = { log2N: 15, r: 8, p: 3 } as const;
const bytes = 32;
const maxmem = 256 * 1024 * 1024;

/** @returns `scrypt$log2N$r$p$salt$hash` */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const { log2N, r, p } = cost;
  const hash = await derive(password, salt, { N: 2 ** log2N, r, p });
  return ['scrypt', log2N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Compares in a time that tells nothing; for a name nobody has (`undefined`) it takes as long. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, log2N, r, p, salt, hash] = (kept ?? nobody).split('$');
  const given = await derive(password, Buffer.from(salt ?? '', 'base64url'), {
    N: 2 ** Number(log2N),
    r: Number(r),
    p: Number(p),
  });
  const known = Buffer.from(hash ?? '', 'base64url');
  return kept !== undefined && known.length === given.length && timingSafeEqual(known, given);
}

/** No password has this hash: it is empty. */
const nobody = `scrypt$${cost.log2N}$${cost.r}$${cost.p}$AAAAAAAAAAAAAAAAAAAAAA$`;

/** The same password typed on two systems is the same: compatibility forms are made one (NFKC, RFC 8265). */
function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  scrypt(password.normalize('NFKC'), salt, bytes, { ...options, maxmem }, (error, hash) =>
    error ? reject(error) : resolve(hash),
  );
  return promise;
}
