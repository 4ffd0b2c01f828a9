/** Sign-in at a provider of OpenID Connect: what is configured, and the door to it. */
import type { Role } from '../../../runtime/ports/accounts.ts';

/**
 * @property issuer https, or http on loopback
 * @property label of the button on the sign-in page
 * @property claims names of the claims that say who it is, what they may do, and of which team they are; `a.b` is b within a
 * @property roles value of the claim → role; the first in this order that somebody has is theirs
 * @property teams value of the claim → team; `null`: the claim names the team itself
 */
export type OpenIdOptions = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly claims: { readonly name: string; readonly role: string; readonly team: string };
  readonly roles: Readonly<Record<string, Role>>;
  readonly teams: Readonly<Record<string, string>> | null;
};

/** What the browser keeps while somebody is at the provider. */
export type Attempt = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type Claims = Readonly<Record<string, unknown>>;

export type OpenId = {
  readonly options: OpenIdOptions;
  /**
   * Where somebody signs in.
   *
   * @param callback address they come back to
   * @throws TouchpointError SIGN_IN_UNREACHABLE
   */
  begin(callback: string): Promise<{ readonly address: string; readonly attempt: Attempt }>;
  /**
   * What the provider says of who comes back.
   *
   * @param address they came back to, with its query
   * @throws TouchpointError SIGN_IN_UNREACHABLE, SIGN_IN_REFUSED where anything does not fit
   */
  finish(address: string, attempt: Attempt): Promise<Claims>;
};
