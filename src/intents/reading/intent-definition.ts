import type { Where } from '../../errors/where.ts';
import type { Example } from '../example.ts';

/**
 * An intent as declared; with several languages the declaration that was read first.
 *
 * @property about what the customer wants, in words for people; `null` where not said
 */
export type IntentDefinition = {
  readonly name: string;
  readonly about: string | null;
  readonly where: Where;
  readonly issue: IssueOfIntent;
};

/** How issues with this intent are told apart, as far as its file says; see `IssueRule`. */
export type IssueOfIntent = {
  readonly family?: string | undefined;
  readonly repeatable?: boolean | undefined;
  readonly windowMs?: number | undefined;
};

/**
 * A short answer to an intent: variations of its text (ICU MessageFormat), and buttons under it, some of which may open a page.
 *
 * @property isSmallTalk it serves courtesy, and solves nothing
 */
export type IntentAnswer = {
  readonly texts: readonly string[];
  readonly buttons: readonly (
    | { readonly value: string; readonly title: string }
    | { readonly url: string; readonly title: string }
  )[];
  readonly about: string | null;
  readonly isSmallTalk: boolean;
  readonly where: Where;
};

/** A training phrase, mark-up of entities taken out, with its language and place. */
export type PlacedExample = Example & { readonly locale: string; readonly where: Where };

/** An entity that a training phrase marks. */
export type EntityMark = { readonly entity: string; readonly where: Where };
