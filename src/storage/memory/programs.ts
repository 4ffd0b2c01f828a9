/**
 * The programs of a bot, and the conversations they are kept for.
 */
import type { Instant } from '../../events/instant.ts';
import type { ProgramRow, Store, Unsettled } from '../../runtime/ports.ts';
import type { Tables } from './tables.ts';

/** Files never change under one hash. */
export function saveProgram({ programs }: Tables, { hash, files, at }: Parameters<Store['saveProgram']>[0]): void {
  programs.set(hash, { hash, files: programs.get(hash)?.files ?? files, since: at, usedAt: at });
}

export function useProgram({ programs }: Tables, hash: string, at: Instant): void {
  const known = programs.get(hash);
  if (known) programs.set(hash, { ...known, usedAt: at });
}

export function programsOf({ programs }: Tables): readonly ProgramRow[] {
  return [...programs.values()]
    .map(({ hash, since, usedAt }) => ({ hash, since, usedAt }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
}

export function unsettled(
  { timers, conversations }: Tables,
  { after, limit }: Parameters<Store['unsettled']>[0],
): readonly Unsettled[] {
  const later = [...timers.values()].map(({ conversation }) => conversation).filter((id) => id > after);
  return [...new Set(later)]
    .sort()
    .slice(0, limit)
    .flatMap((conversation) => {
      const entry = conversations.get(conversation);
      return entry ? [{ conversation, program: entry.program }] : [];
    });
}
