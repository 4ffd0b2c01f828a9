/**
 * How people are shared out among those who wait: what `desk` in touchpoint.yaml says. docs/desk.md.
 */
import type { Instant } from '../events/instant.ts';

/**
 * @property capacity conversations one person may have at once; `null`: as many as they take
 * @property offerMs how long a conversation is offered to one person before the next is asked; `null`: people take for themselves
 * @property teams by name; `overflow`: who takes over where the team has nobody
 * @property priorities the first that fits counts
 * @property isOpen whether a team works at a moment; `null`: those of no team
 */
export type Policy = {
  readonly capacity: number | null;
  readonly offerMs: number | null;
  readonly teams: { readonly [team: string]: Team };
  readonly priorities: readonly Priority[];
  isOpen(team: string | null, at: Instant): boolean;
};

export type Team = { readonly about?: string | undefined; readonly overflow?: string | undefined };

/** Fits what is of the team, for the reason, or has waited so long, as far as it says so; the higher, the sooner. */
export type Priority = {
  readonly team?: string | undefined;
  readonly reason?: string | undefined;
  readonly waitedMs?: number | undefined;
  readonly priority: number;
};

/** Nothing is said: everybody alike, always open. */
export const plainPolicy: Policy = { capacity: null, offerMs: null, teams: {}, priorities: [], isOpen: () => true };
