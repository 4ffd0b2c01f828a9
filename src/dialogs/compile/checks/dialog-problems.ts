/** What is wrong with dialogs beside each other: names taken twice, unknown system dialogs, shared slots that differ. */
import { nearest } from '../../../errors/nearest.ts';
import type { Problem } from '../../../errors/problem.ts';
import { systemDialogs } from '../../defaults/system.ts';
import type { DialogSource, SlotSource } from '../reading/read-dialog.ts';

/** Names of the dialogs the framework enters by itself: those it brings along. */
const systemNames: readonly string[] = [...systemDialogs.text.matchAll(/^dialog: (\S+)$/gm)].map(
  ([, name = '']) => name,
);

export function dialogProblems(dialogs: readonly DialogSource[], types: ReadonlySet<string>): readonly Problem[] {
  return [...twice(dialogs), ...dialogs.flatMap(unknownSystem), ...sharedSlots(dialogs, types)];
}

function twice(dialogs: readonly DialogSource[]): readonly Problem[] {
  const firstOf = new Map(dialogs.toReversed().map((dialog) => [dialog.name, dialog]));
  return dialogs.flatMap((dialog) => {
    const { name, document } = dialog;
    const first = firstOf.get(name);
    if (!first || first === dialog || name === '') return [];
    const { file, line, column } = first.document.place(['dialog']);
    return [
      {
        ...document.place(['dialog']),
        code: 'DIALOG_DUPLICATE',
        severity: 'error',
        message: `another dialog is called '${name}' already`,
        fix: 'give it another name',
        related: [{ file, line, column, message: 'the first one' }],
      },
    ];
  });
}

function unknownSystem({ name, document }: DialogSource): readonly Problem[] {
  if (!name.startsWith('on.') || systemNames.includes(name)) return [];
  const near = nearest(name, systemNames);
  const message = `'${name}' is no dialog of the framework, and names that begin with 'on.' are kept for those`;
  const fix = near ? `did you mean '${near}'?` : `known: ${systemNames.join(', ')}`;
  return [{ ...document.place(['dialog']), code: 'DIALOG_UNKNOWN', severity: 'error', message, fix }];
}

type Shared = { readonly dialog: DialogSource; readonly slot: SlotSource; readonly type: string };

/** The first slot of the type that most dialogs agree on. */
function usual(slots: readonly Shared[]): Shared | undefined {
  const byType = [...Map.groupBy(slots, ({ type }) => type).values()];
  return byType.toSorted((a, b) => b.length - a.length)[0]?.[0];
}

/** Types that do not exist are told elsewhere. */
function sharedSlots(dialogs: readonly DialogSource[], types: ReadonlySet<string>): readonly Problem[] {
  const shared = dialogs.flatMap((dialog) =>
    [...dialog.slots.values()]
      .filter(({ head }) => head.shared && types.has(head.type))
      .map((slot) => ({ dialog, slot, type: slot.head.type })),
  );
  const byName = Map.groupBy(shared, ({ slot }) => slot.name);
  return shared.flatMap(({ dialog, slot }) => {
    const known = usual(byName.get(slot.name) ?? []);
    if (!known || known.type === slot.head.type) return [];
    const { file, line, column } = known.dialog.document.place(['slots', slot.name, 'type']);
    return [
      {
        ...dialog.document.place(['slots', slot.name, 'type']),
        code: 'DIALOG_SHARED_SLOT',
        severity: 'error',
        message: `the shared slot '${slot.name}' is a ${slot.head.type} here and a ${known.type} in dialog '${known.dialog.name}'`,
        fix: 'use one type, or another name',
        related: [{ file, line, column, message: `'${known.type}' here` }],
      },
    ];
  });
}
