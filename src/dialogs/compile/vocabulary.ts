import type { Where } from '../../errors/where.ts';
import type { ActionSpec } from '../program.ts';

/** Names the dialogs of a bot may use, from its other files. */
export type Vocabulary = {
  /** where each intent is declared */
  readonly intents: ReadonlyMap<string, Where>;
  /** intents that carry a short answer instead of a dialog; several texts are variations */
  readonly answers: ReadonlyMap<string, { readonly texts: readonly string[]; readonly where: Where }>;
  /** types declared in intents files */
  readonly entities: ReadonlySet<string>;
  readonly actions: ReadonlyMap<string, ActionSpec>;
};
