/** Which dialog each intent starts. */
import { nearest } from '../../errors/nearest.ts';
import type { Problem } from '../../errors/problem.ts';
import type { Where } from '../../errors/where.ts';
import { systemIntents } from '../defaults/system.ts';
import type { DialogSource } from './reading/read-dialog.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Starts = {
  readonly starts: ReadonlyMap<string, string>;
  /** notice → dialog that begins with it */
  readonly notices: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  intentsOf(dialog: string): readonly string[];
};

type Start = { readonly intent: string; readonly dialog: string; readonly where: Where };

/**
 * The starts the files declare. A system dialog that declares none is started by its own intents, as far as the bot has them and nobody else
 * uses them.
 *
 * `isWhole`: every file could be read; one that could not may start what seems to lead nowhere
 */
export function startsOf(dialogs: readonly DialogSource[], vocabulary: Vocabulary, isWhole = true): Starts {
  const declared = dialogs.flatMap(declaredStarts);
  const isDeclared = new Set(declared.map(({ intent }) => intent));
  const free = (intent: string) =>
    vocabulary.intents.has(intent) && !vocabulary.answers.has(intent) && !isDeclared.has(intent);
  const own = dialogs
    .filter(({ head }) => !head.start?.intents)
    .flatMap(({ name }) => (systemIntents[name] ?? []).filter(free).map((intent) => [intent, name] as const));
  const starts = new Map([...declared.toReversed().map(({ intent, dialog }) => [intent, dialog] as const), ...own]);
  const byDialog = Map.groupBy(starts.keys(), (intent) => starts.get(intent));
  const firstOf = new Map(declared.toReversed().map((start) => [start.intent, start]));
  return {
    starts,
    notices: new Map(
      dialogs
        .toReversed()
        .flatMap(({ name, head }) => (head.start?.notice ? [[head.start.notice, name] as const] : [])),
    ),
    problems: [
      ...dialogs.flatMap((dialog) => noticeProblems(dialog, dialogs)),
      ...declared.flatMap((start) => startProblems(start, { firstOf, vocabulary })),
      ...(isWhole ? leadingNowhere(starts, vocabulary) : []),
    ],
    intentsOf: (dialog) => byDialog.get(dialog) ?? [],
  };
}

function declaredStarts({ name, head, document }: DialogSource): readonly Start[] {
  return (head.start?.intents ?? []).map((intent, n) => ({
    intent,
    dialog: name,
    where: document.place(['start', 'intents', n]),
  }));
}

function noticeProblems(dialog: DialogSource, dialogs: readonly DialogSource[]): readonly Problem[] {
  const { head, document } = dialog;
  if (!head.start?.notice) return [];
  const first = dialogs.find((other) => other.head.start?.notice === head.start?.notice);
  if (!first || first === dialog) return [];
  const { file, line, column } = first.document.place(['start', 'notice']);
  const message = `notice '${head.start?.notice}' is taken: dialog '${first.name}' begins with it`;
  return [
    {
      ...document.place(['start', 'notice']),
      code: 'DIALOG_NOTICE_TAKEN',
      severity: 'error',
      message,
      fix: 'remove it in one of the two places',
      related: [{ file, line, column, message: 'the first one' }],
    },
  ];
}

type Around = { readonly firstOf: ReadonlyMap<string, Start>; readonly vocabulary: Vocabulary };

function startProblems(start: Start, { firstOf, vocabulary }: Around): readonly Problem[] {
  if (!vocabulary.intents.has(start.intent)) return [unknownIntent(start, vocabulary)];
  const first = firstOf.get(start.intent);
  if (first && first !== start) return [taken(start, first.where, `dialog '${first.dialog}' starts with it`)];
  const answer = vocabulary.answers.get(start.intent);
  return answer ? [taken(start, answer.where, 'it carries an answer')] : [];
}

function unknownIntent({ intent, where }: Start, { intents }: Vocabulary): Problem {
  const near = nearest(intent, intents.keys());
  const list =
    intents.size === 0 ? 'no intents file declares any' : `intents: ${[...intents.keys()].slice(0, 12).join(', ')}`;
  const fix = near ? `did you mean '${near}'?` : list;
  return {
    ...where,
    code: 'DIALOG_UNKNOWN_INTENT',
    severity: 'error',
    message: `intent '${intent}' does not exist`,
    fix,
    unknown: intent,
  };
}

function taken({ intent, where }: Start, { file, line, column }: Where, why: string): Problem {
  return {
    ...where,
    code: 'DIALOG_INTENT_TAKEN',
    severity: 'error',
    message: `intent '${intent}' is taken: ${why}`,
    fix: 'remove it in one of the two places',
    related: [{ file, line, column, message: why }],
  };
}

/** The intent of phrases no dialog is for: it leads nowhere by intent. */
const outOfScope = 'oos';

function leadingNowhere(starts: ReadonlyMap<string, string>, { intents, answers }: Vocabulary): readonly Problem[] {
  return [...intents].flatMap(([intent, where]) => {
    if (intent === outOfScope || starts.has(intent) || answers.has(intent)) return [];
    const message = `intent '${intent}' leads nowhere: no dialog starts with it, and it has no answer`;
    return [
      {
        ...where,
        code: 'INTENT_WITHOUT_DIALOG',
        severity: 'warning',
        message,
        fix: `add it to 'start: { intents: […] }' of a dialog, or give it an 'answer:'`,
      },
    ];
  });
}
