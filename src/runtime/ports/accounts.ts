/**
 * Who may use the pages and APIs behind the sign-in. Only hashes of passwords, tokens and sessions are kept.
 */
import type { Instant } from '../../events/instant.ts';

/** What somebody may do: talk with customers; also look over their shoulders; read figures; all of it. */
export const roles = ['agent', 'supervisor', 'analyst', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Somebody who is known: a person, or a program with a token. `team`: `null` for who belongs to none. */
export type Principal = { readonly name: string; readonly role: Role; readonly team: string | null };

/**
 * @property password hash with its salt and cost
 * @property stamp another one with every change: sessions begun before it are over
 */
export type Account = Principal & { readonly password: string; readonly stamp: string };

/**
 * @property session hash of what the cookie carries
 * @property stamp that of the account; `null` for a session without one
 */
export type SessionRow = Principal & {
  readonly session: string;
  readonly stamp: string | null;
  readonly until: Instant;
};

/** @property token hash of the token */
export type TokenRow = Principal & { readonly token: string };

/** Of a store, what is about those who use it. */
export type Accounts = {
  /** Adds an account, or puts another in the place of the one of that name. */
  saveAccount(account: Account): Promise<void>;
  account(name: string): Promise<Account | undefined>;
  /** all, by name */
  accounts(): Promise<readonly Principal[]>;
  /** The account with its sessions, and the tokens of that name; whether there was anything. */
  removePrincipal(name: string): Promise<boolean>;
  hasAccounts(): Promise<boolean>;
  saveToken(token: TokenRow): Promise<void>;
  /** whose token it is, by its hash */
  tokenOwner(token: string): Promise<Principal | undefined>;
  /** Begins a session; those that are over at `now` are forgotten. */
  beginSession(session: SessionRow, now: Instant): Promise<void>;
  /** whose session it is, by its hash, unless it is over or its account has changed since it began */
  sessionOwner(session: string, now: Instant): Promise<Principal | undefined>;
  endSession(session: string): Promise<void>;
};
