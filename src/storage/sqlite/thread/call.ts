/** What the store's thread and its caller say to each other. Each message holds all that came together in one turn of an event loop. */
import type { PlainError } from '../../../errors/plain-error.ts';
import type { RowStore } from '../../rows/row-store.ts';

export type Method = keyof RowStore;

/** A call as it is made; the types of method and arguments were checked together there. */
export type Call = { readonly id: number; readonly method: Method; readonly args: readonly unknown[] };

/** The same call as it arrives: its arguments are those of its method. */
export type ReceivedCall = Call & { readonly args: readonly never[] };

/** @property value what the method gave; what it is is known where the call was made */
export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: never }
  | { readonly id: number; readonly ok: false; readonly error: PlainError };

/** What the thread is given. */
export type ThreadData = { readonly file: string };

/** The first thing the thread says. */
export type Opened = { readonly ok: true } | { readonly ok: false; readonly error: PlainError };
