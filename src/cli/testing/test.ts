/** A conversation test as it was read: checked, with the line of everything in its file. */
import type { ActionResult } from '../../dialogs/input.ts';
import type { Scope } from '../../dialogs/program.ts';
import type { Instant } from '../../events/instant.ts';
import type { Value } from '../../events/understood.ts';
import type { Expect } from './format/expect-schema.ts';

export type ConversationTest = {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly opening: Opening;
  readonly stubs: Stubs;
  readonly talk: readonly Line[];
  readonly expect: Expected | null;
};

/** @property now when the conversation begins */
export type Opening = {
  readonly locale: string | null;
  readonly channel: string;
  readonly entryPoint: string;
  readonly now: Instant;
};

/** @property dialogs values a dialog ends with, instead of being run */
export type Stubs = {
  readonly actions: ReadonlyMap<string, Stub>;
  readonly dialogs: ReadonlyMap<string, Scope>;
};

/** What an action answers: the first case whose input fits; of its answers one for each call, the last one for all further calls. */
export type Stub = { readonly cases: readonly StubCase[] };
export type StubCase = { readonly when: Value; readonly answers: readonly StubAnswer[] };
/** @property result `null`: it never answers */
export type StubAnswer = { readonly afterMs: number; readonly result: ActionResult | null };

/** @property afterMs time that passes before it */
export type Line = { readonly line: number; readonly afterMs: number } & LineKind;

export type LineKind =
  | {
      readonly kind: 'customer';
      readonly text: string;
      /** picked from the buttons offered, not typed */
      readonly picks: boolean;
      /** said while the bot is still busy with the line before */
      readonly meanwhile: boolean;
      readonly intent: string | null;
    }
  | {
      readonly kind: 'bot';
      readonly wishes: readonly BotWish[];
      /** it says this and nothing else */
      readonly isAll: boolean;
    }
  | { readonly kind: 'notice'; readonly notice: string; readonly values: Readonly<Record<string, Value>> }
  | { readonly kind: 'expect'; readonly expected: Expected }
  | { readonly kind: 'wait' };

/** A text, or a pattern in slashes. */
export type TextWish = { readonly source: string; matches(text: string): boolean };

/** What one message of the bot is to be; what is `null` does not matter. */
export type BotWish = {
  readonly line: number;
  readonly says: TextWish | null;
  readonly asks: string | null;
  readonly again: string | null;
  readonly choices: readonly string[] | null;
  /** dialog, or dialog/step */
  readonly from: string | null;
  readonly handoff: string | true | null;
  readonly goal: string | null;
  readonly promise: string | true | null;
};

/** Wishes about the whole conversation, and where each stands in the file. */
export type Expected = { readonly wishes: Expect; lineOf(path: readonly (string | number)[]): number };
