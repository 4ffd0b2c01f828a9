import type { Where } from '../../errors/where.ts';
import type { ActionSpec, IssueRules } from '../program.ts';

/** Names the dialogs of a bot may use, from its other files. */
export type Vocabulary = {
  /** where each intent is declared */
  readonly intents: ReadonlyMap<string, Where>;
  /** intents that carry a short answer instead of a dialog; several texts are variations */
  readonly answers: ReadonlyMap<string, AnswerSource>;
  /** what they are in other languages: language → intent */
  readonly answersIn?: ReadonlyMap<string, ReadonlyMap<string, AnswerSource>>;
  /** types declared in intents files */
  readonly entities: ReadonlySet<string>;
  readonly actions: ReadonlyMap<string, ActionSpec>;
  readonly issues?: IssueRules;
};

/** @property isSmallTalk it serves courtesy, and solves nothing */
export type AnswerSource = {
  readonly texts: readonly string[];
  readonly buttons: readonly (
    | { readonly title: string; readonly value: string }
    | { readonly title: string; readonly url: string }
  )[];
  readonly about: string | null;
  readonly isSmallTalk: boolean;
  readonly where: Where;
};
