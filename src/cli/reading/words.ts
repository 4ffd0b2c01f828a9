/** What the reading thread and its caller say to each other. One job runs at a time, so nothing needs a number. */
import type { PlainError } from '../../errors/plain-error.ts';
import type { Instant } from '../../events/instant.ts';
import type { Job, ReadStore } from './jobs.ts';

/** @property location where the thread opens a store of its own; `null`: the caller holds the only one */
export type ThreadData = { readonly location: string | null };

/** A question to the caller's store. */
export type Asked = {
  readonly [M in keyof ReadStore]: { readonly method: M; readonly given: Parameters<ReadStore[M]> };
}[keyof ReadStore];

/** @property fault what an error that is none of ours says of itself */
export type Failure =
  | { readonly ok: false; readonly error: PlainError }
  | { readonly ok: false; readonly fault: { readonly message: string; readonly stack: string | undefined } };

export type Told<T> = { readonly ok: true; readonly value: T } | Failure;

/** `Answer` is what a question is answered with: which it is, is known where it was asked, so as it arrives it is `never`. */
export type ToThread<Answer = unknown> =
  | { readonly kind: 'run'; readonly job: Job; readonly now: Instant }
  | { readonly kind: 'answer'; readonly told: Told<Answer> };

export type FromThread =
  | { readonly kind: 'ask'; readonly asked: Asked }
  | { readonly kind: 'done'; readonly told: Told<string> };
