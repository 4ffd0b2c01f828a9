/** Signs that somebody is writing: kept nowhere, and told to who listens in this process at that moment. */
import type { Typing } from './door.ts';

export type Signs = {
  typing(sign: Typing): void;
  /** The returned function ends it. */
  onTyping(listener: (sign: Typing) => void): () => void;
};

export function createSigns(): Signs {
  const listeners = new Set<(sign: Typing) => void>();
  return {
    typing(sign) {
      for (const listener of listeners) listener(sign);
    },
    onTyping(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
