/** What the reading thread and its caller say to each other. One job runs at a time, so nothing needs a number. */
import type { PlainError } from '../../errors/plain-error.ts';
import type { Instant } from '../../events/instant.ts';
import type { FactsRow, Store } from '../../runtime/ports.ts';
import type { Job } from './jobs.ts';

/** @property location where the thread opens a store of its own; `null`: the caller holds the only one */
export type ThreadData = { readonly location: string | null };

type FactsRange = Parameters<Store['facts']>[0];

/** @property fault what an error that is none of ours says of itself */
export type Failure =
  | { readonly ok: false; readonly error: PlainError }
  | { readonly ok: false; readonly fault: { readonly message: string; readonly stack: string | undefined } };

export type Told<T> = { readonly ok: true; readonly value: T } | Failure;

export type ToThread =
  | { readonly kind: 'run'; readonly job: Job; readonly now: Instant }
  | { readonly kind: 'facts'; readonly told: Told<readonly FactsRow[]> };

export type FromThread =
  | { readonly kind: 'facts'; readonly range: FactsRange }
  | { readonly kind: 'done'; readonly told: Told<string> };
