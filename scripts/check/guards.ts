import { casts } from './casts.ts';
import { dead } from './dead.ts';
import type { Guard } from './guard.ts';
import { layers } from './layers.ts';
import { privacy } from './privacy.ts';
import { purity } from './purity.ts';
import { sizes } from './sizes.ts';
import { style } from './style.ts';
import { types } from './types.ts';

/** The slow ones first, so that the two lanes end together. */
export const guards: readonly Guard[] = [types, dead, layers, style, casts, purity, sizes, privacy];
