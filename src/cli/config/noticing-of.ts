import type { NoticeRules } from '../../dialogs/program.ts';
import { toMilliseconds } from '../../files/duration.ts';
import type { Config } from './config.ts';
import { stretchOf } from './hours-of.ts';

/** When the business may speak first, as the program reads it: without a word on it, only to who has agreed. */
export function noticingOf({ notices, zone }: Pick<Config, 'notices' | 'zone'>): NoticeRules {
  const { consent = 'asked', quiet, cap = { most: 2, within: '7d' }, windows = {}, holdOut = 0 } = notices ?? {};
  return {
    consent,
    zone,
    quiet: quiet === undefined ? null : stretchOf(quiet),
    most: cap.most,
    withinMs: toMilliseconds(cap.within),
    windowsMs: windowsOf(windows),
    holdOut,
  };
}

function windowsOf(windows: NonNullable<Config['notices']>['windows']): NoticeRules['windowsMs'] {
  return Object.fromEntries(
    Object.entries(windows).flatMap(([channel, span]) => (span === undefined ? [] : [[channel, toMilliseconds(span)]])),
  );
}
