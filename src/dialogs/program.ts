/**
 * The checked program: what the files of a bot mean, ready to be stepped through. A dialog is a graph of nodes; each node knows the next.
 * A node's key is the author's step id or its path in the file (`4.then.0`), so that it survives edits elsewhere.
 */
import type { Where } from '../errors/where.ts';
import type { SurveyItem } from '../events/speech/survey.ts';
import type { StepRef } from '../events/step-ref.ts';
import type { Entity, Value } from '../events/understood.ts';
import type { Shape } from './expressions/shape.ts';

/** Names visible to expressions and texts. */
export type Scope = { readonly [name: string]: Value };

/** @property uses names it reads */
export type Expression = {
  readonly source: string;
  readonly where: Where;
  readonly uses: ReadonlySet<string>;
  evaluate(scope: Scope): Value;
};
/** @property dialog the one it stands in; `null` for an answer */
export type Template = {
  readonly source: string;
  readonly where: Where;
  readonly dialog: string | null;
  format(scope: Scope): string;
};
export type Arguments = { readonly [name: string]: Expression };

export type Program = {
  /** hash of the files it was made from */
  readonly hash: string;
  /** language its files are written in (BCP 47) */
  readonly locale: string;
  /** languages it speaks, its own first */
  readonly locales: readonly string[];
  readonly translations: Translations;
  /** what it can do, in a few words each, for "I can help with …" */
  readonly topics: readonly Template[];
  /** when people are at work; `null` where nothing is said of it */
  readonly hours: Hours | null;
  readonly dialogs: ReadonlyMap<string, Dialog>;
  /** intent → dialog that starts with it */
  readonly starts: ReadonlyMap<string, string>;
  /** notice of the business → dialog that begins with it */
  readonly notices: ReadonlyMap<string, string>;
  /** intent → short answer that needs no dialog */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly actions: ReadonlyMap<string, ActionSpec>;
  readonly issues: IssueRules;
  /** how customers are asked how it was; `null` where nobody asks but the dialogs themselves */
  readonly surveys: Surveys | null;
  /** when the bot offers another way by itself; the first that holds counts */
  readonly rules: readonly Rule[];
  readonly noticing: NoticeRules;
};

/**
 * When the business may speak first.
 *
 * @property consent `asked`: only to who has said yes; `assumed`: to everybody who has not said no
 * @property quiet minutes since midnight, in the zone, between which nobody is told anything; may lie around midnight
 * @property most notices a customer gets within `withinMs`
 * @property windowsMs by channel, how long after a customer's last word there they may be written to; for ever where it names none
 * @property holdOut share of customers, 0–0.5, who are not told, so that it can be told what telling brings
 */
export type NoticeRules = {
  readonly consent: 'asked' | 'assumed';
  readonly zone: string;
  readonly quiet: Stretch | null;
  readonly most: number;
  readonly withinMs: number;
  readonly windowsMs: Readonly<Record<string, number>>;
  readonly holdOut: number;
};

/**
 * @property line that of its condition
 * @property does what comes of it
 * @property isSensitive it is about what must not be left to chance: nobody is held out, and it comes before what the bot would say by itself
 * @property holdOut share of customers, 0–0.5, of whom nothing comes, so that it can be told what it brings
 */
export type Rule = {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly when: Expression;
  readonly does: RuleAct;
  readonly isSensitive: boolean;
  readonly holdOut: number;
};

/** A person or a dialog is offered, or a person takes over at once. @property reason code by which the desk knows why */
export type RuleAct =
  | { readonly kind: 'offer'; readonly dialog: string | null }
  | { readonly kind: 'handoff'; readonly team: string | null; readonly reason: string };

/**
 * How customers are asked how it was, whatever came of their issue.
 *
 * @property rate share of cases that are drawn, 0–1
 * @property items of which so many (`most`) are asked, drawn anew each time
 * @property soonMs silence after which they are asked while they may still be there
 * @property lateMs silence after which they are asked though they have gone, where the channel allows
 * @property capMs nobody is asked twice within that time
 * @property linkMs so long after a case began a link to its survey holds; `null`: there are no links
 * @property npsRate share of cases that are asked about the whole relationship instead, nobody more than once in 90 days
 */
export type Surveys = {
  readonly rate: number;
  readonly items: readonly SurveyItem[];
  readonly most: number;
  readonly soonMs: number;
  readonly lateMs: number;
  readonly linkMs: number | null;
  readonly capMs: number;
  readonly npsRate: number;
};

/**
 * How the issues of a customer are told apart.
 *
 * @property rules by intent, where its file says anything
 * @property keyTypes types of entities whose values tell one issue from another
 */
export type IssueRules = {
  readonly rules: ReadonlyMap<string, IssueRule>;
  readonly keyTypes: ReadonlySet<string>;
};

/** @property repeatable chains only on an equal key within a day, or on "still not"; @property windowMs how long the customer may come back with it */
export type IssueRule = { readonly family: string; readonly repeatable: boolean; readonly windowMs: number };

/** Texts in other languages: language → text as the files have it (`textKey`) → what is said instead, in variations. */
export type Translations = ReadonlyMap<string, ReadonlyMap<string, readonly Template[]>>;

/**
 * @property isSmallTalk it serves courtesy, and solves nothing
 * @property inLanguage what is said instead in other languages
 */
export type Answer = Answering & {
  readonly intent: string;
  readonly inLanguage: ReadonlyMap<string, Answering>;
  readonly isSmallTalk: boolean;
};

/** @property about what its intent is, in the customer's words */
export type Answering = { readonly about: Template | null; readonly message: Utterance; readonly ref: StepRef };

/** Something to say: one of several texts, with what stands under it. */
export type Utterance = {
  readonly texts: readonly Template[];
  readonly buttons: readonly Option[];
  readonly cards: readonly CardTemplate[];
  readonly isCarousel: boolean;
};

export type CardTemplate = {
  readonly title: Template | null;
  readonly subtitle: Template | null;
  readonly text: Template | null;
  readonly image: { readonly url: Template; readonly alt: Template } | null;
  readonly buttons: readonly (Option | Link)[];
};

/** A button that opens a page. */
export type Link = { readonly title: Template; readonly url: Template };

export type Dialog = {
  readonly name: string;
  readonly about: Template | null;
  readonly where: Where;
  readonly stage: string | null;
  readonly owner: string | null;
  readonly authenticates: boolean;
  readonly expect: { readonly turns?: number; readonly seconds?: number } | null;
  readonly goal: Goal | null;
  readonly intents: readonly string[];
  /** values it gives to the dialog that called it */
  readonly returns: Arguments;
  /** `on.silence`: how long the customer may be silent; `null` for ever */
  readonly silenceMs: number | null;
  readonly slots: ReadonlyMap<string, Slot>;
  readonly nodes: ReadonlyMap<string, Node>;
  /** key of the first node; `null` in an empty dialog */
  readonly first: string | null;
};

export type Goal = {
  readonly name: string;
  readonly verify: { readonly action: string; readonly with: Arguments; readonly withinMs: number } | null;
};

export type Slot = {
  readonly name: string;
  readonly type: string;
  readonly shared: boolean;
  readonly sensitive: boolean;
  readonly ask: readonly Template[];
  readonly again: readonly Template[];
  readonly invalid: Template | null;
  /** where its value may be known from; `null` where it can only be asked */
  readonly known: Expression | null;
  readonly check: { readonly action: string; readonly with: Arguments } | null;
  readonly attempts: number;
  /** first node of what happens after the last attempt */
  readonly otherwise: string | null;
  readonly options: readonly Option[];
  /** finds the value in an answer in the language of `locale` (BCP 47 tag); `undefined` when it holds none */
  read(text: string, entities: readonly Entity[], locale: string): Value | undefined;
};

export type Option = { readonly value: string; readonly title: Template };

type NodeBase = { readonly ref: StepRef; readonly next: string | null };
export type Node = NodeBase & NodeKind;

export type NodeKind =
  | ({ readonly kind: 'say' } & Utterance)
  | { readonly kind: 'ask'; readonly slot: string }
  | {
      readonly kind: 'confirm';
      readonly text: Template;
      readonly yes: string | null;
      readonly no: string | null;
      readonly hasNo: boolean;
    }
  | {
      readonly kind: 'choose';
      readonly text: Template;
      readonly save: string;
      readonly options: readonly ChooseOption[];
      /** a list of further options: texts, or maps with `value` and `title` */
      readonly from: Expression | null;
    }
  | { readonly kind: 'if'; readonly test: Expression; readonly then: string | null; readonly else: string | null }
  | { readonly kind: 'set'; readonly values: Arguments }
  | {
      readonly kind: 'call';
      readonly dialog: string;
      readonly with: Arguments;
      readonly save: string | null;
      readonly failed: string | null;
      readonly hasFailed: boolean;
    }
  | { readonly kind: 'goto'; readonly to: string }
  | {
      readonly kind: 'do';
      readonly action: string;
      readonly with: Arguments;
      readonly save: string | null;
      readonly failed: string | null;
      readonly hasFailed: boolean;
    }
  | { readonly kind: 'handoff'; readonly team: string | null; readonly reason: string; readonly offer: boolean }
  | { readonly kind: 'refuse'; readonly reason: string; readonly owner: string | null }
  | {
      readonly kind: 'promise';
      readonly what: string;
      readonly withinMs: number;
      readonly verify: { readonly action: string; readonly with: Arguments } | null;
    }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'remind'; readonly ms: number; readonly text: Template }
  | { readonly kind: 'redirect'; readonly to: string; readonly text: Template | null; readonly url: Template | null }
  | { readonly kind: 'survey'; readonly item: SurveyItem; readonly text: Template; readonly options: readonly Option[] }
  /** behind what follows a slot's last attempt: on with the dialog if there is a value now, else the dialog has failed */
  | { readonly kind: 'unanswered'; readonly slot: string }
  | { readonly kind: 'goal'; readonly reached: boolean }
  | { readonly kind: 'resolution'; readonly value: Expression }
  | { readonly kind: 'consent'; readonly given: boolean }
  | { readonly kind: 'end' };

export type ChooseOption = Option & { readonly first: string | null };

/** How an action is called: what the runtime needs to know of it. Its code or its HTTP form lives with the runner. */
export type ActionSpec = {
  readonly name: string;
  readonly timeoutMs: number;
  readonly retries: number;
  /** may be repeated without harm */
  readonly safe: boolean;
  /** honours the idempotency key */
  readonly idempotent: boolean;
  /** what it takes and gives, as far as declared */
  readonly input?: Shape;
  readonly output?: Shape;
};

/** When people are at work, in the business's own time. */
export type Hours = {
  readonly zone: string;
  /** for each day of the week, Monday first: stretches of minutes since midnight, the end exclusive */
  readonly week: readonly (readonly Stretch[])[];
  /** days on which nobody works, as `2025-12-25`, or every year, as `12-25` */
  readonly holidays: readonly string[];
};

export type Stretch = { readonly from: number; readonly to: number };
