/** Compiled dialogs are kept as long as neither they nor anything they see of the bot changes. */
import type { BotNames } from './bot-names.ts';
import { type CompiledDialog, compileDialog, type Setting } from './compile-dialog.ts';
import type { DialogSource } from './reading/read-dialog.ts';

/**
 * What a dialog was compiled with: what every dialog sees, which is long and one text for all, and what is its own. Actions hold more than names, so they
 * are compared as one object.
 */
type Seen = { readonly common: string; readonly own: string; readonly actions: object };

/** `compileDialog`, which remembers. A dialog is known by its source, which stays the same object as long as its file does not change. */
export function rememberDialogs(): typeof compileDialog {
  const known = new WeakMap<DialogSource, { readonly seen: Seen; readonly compiled: CompiledDialog }>();
  const everyone = new WeakMap<BotNames, string>();
  return (source, setting) => {
    const common = everyone.get(setting.bot) ?? seenByAll(setting.bot);
    everyone.set(setting.bot, common);
    const seen = { common, own: seenBy(setting), actions: setting.bot.vocabulary.actions };
    const before = known.get(source);
    if (before && isSame(before.seen, seen)) return before.compiled;
    const compiled = compileDialog(source, setting);
    known.set(source, { seen, compiled });
    return compiled;
  };
}

function isSame(a: Seen, b: Seen): boolean {
  return a.own === b.own && a.actions === b.actions && a.common === b.common;
}

/** All names of the bot. Where intents stand and what they answer is no dialog's business. */
function seenByAll({ vocabulary, ...bot }: BotNames): string {
  const { intents: _places, answers: _texts, actions: _compared, ...names } = vocabulary;
  return JSON.stringify([bot, names], (_, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );
}

function seenBy({ bot: _seenByAll, ...setting }: Setting): string {
  return JSON.stringify(setting);
}
