/**
 * What a kind of step is: its form in the file, and what is made of it. Each kind stands in a file of its own; the compiler knows only this.
 */
import type { z } from 'zod';
import type { Problem } from '../../../errors/problem.ts';
import type { Where } from '../../../errors/where.ts';
import { checkShape, valueAt } from '../../../files/check-shape.ts';
import type { Path, YamlDocument } from '../../../files/yaml-document.ts';
import type { Shape } from '../../expressions/shape.ts';
import type { Kind, ValueType } from '../../expressions/value-type.ts';
import type { Arguments, Expression, NodeKind, Option, Template, Utterance } from '../../program.ts';
import type { Expressions, Options, Texts } from '../language/pieces.ts';
import type { Speech } from '../language/speech.ts';

/** Makes parts of a node, and reports what is wrong with them at their place. Paths begin at the step. */
export type Link = {
  readonly dialog: string;
  readonly hasGoal: boolean;
  text(path: Path, source: string): Template;
  texts(path: Path, source: Texts | undefined): readonly Template[];
  options(path: Path, source: Options | undefined): readonly Option[];
  utterance(path: Path, source: Speech): Utterance;
  expression(path: Path, source: unknown, wanted?: Kind): Expression;
  /** `declared`: what an action or a dialog takes under each name */
  arguments(path: Path, source: Expressions | undefined, declared?: Declared): Arguments;
  /** what an action takes */
  inputOf(action: string): Declared | undefined;
  /** what a dialog takes: its slots */
  slotsOf(dialog: string): Declared | undefined;
  /** place of a part of the step */
  where(path: Path): Where;
  /** key of a branch's first step; null when it has none */
  first(branch: string): string | null;
  /** reports a name that does not exist */
  known(kind: 'dialog' | 'slot' | 'action' | 'step', path: Path, name: string): void;
  problem(path: Path, problem: Pick<Problem, 'code' | 'severity' | 'message' | 'fix'>): void;
};

/** Values something takes. @property what names it in messages */
export type Declared = { readonly what: string; readonly shape: Shape };

/** A name a step gives a value to, and what is known of it. */
export type Saved = {
  readonly name: string;
  readonly type:
    | ValueType
    | { readonly resultOf: 'action' | 'dialog'; readonly name: string }
    | { readonly expression: unknown };
};

export type Branch = { readonly name: string; readonly path: Path };
export type Call = { readonly dialog: string; readonly values: Expressions };

/** What a step says of itself before names are known. */
export type StepBody = {
  readonly branches?: readonly Branch[];
  /** names it gives values to */
  readonly saves?: readonly Saved[];
  readonly call?: Call;
  /** the step asks for this slot */
  readonly asks?: string;
  /** a person takes over, or is offered */
  readonly isHandoff?: boolean;
  /** its form is wrong; `saves` is then what it seems to save */
  readonly isUnreadable?: boolean;
  /** what it may declare under a name that cannot be told */
  readonly hides?: readonly ('id' | 'value')[];
  /** nothing comes after it */
  readonly isLast?: boolean;
  compile(link: Link): NodeKind;
};

export type StepKind = {
  /** may be written as a bare word */
  readonly isBare: boolean;
  /** its form when written with keys */
  readonly schema: z.ZodType;
  read(
    document: YamlDocument,
    path: Path,
  ): { readonly body: StepBody | undefined; readonly problems: readonly Problem[] };
};

type Definition<T> = { readonly schema: z.ZodType<T>; readonly bare?: T; body(step: T): StepBody };

/** Describes a kind of step; `bare` is what the bare word stands for. */
export function defineStep<T>({ schema, bare, body }: Definition<T>): StepKind {
  return {
    isBare: bare !== undefined,
    schema,
    read: (document, path) => {
      const isWord = bare !== undefined && typeof valueAt(document.value, path) === 'string';
      const { value, problems } = isWord ? { value: bare, problems: [] } : checkShape(document, schema, path);
      return { body: value === undefined ? undefined : body(value), problems };
    },
  };
}
