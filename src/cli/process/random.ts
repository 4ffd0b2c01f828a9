import { randomBytes } from 'node:crypto';
import type { Random } from '../../runtime/ports.ts';

const idBytes = 16;

export const random: Random = {
  id: () => randomBytes(idBytes).toString('base64url'),
  unit: Math.random,
};
