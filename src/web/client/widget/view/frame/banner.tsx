import type { JSX } from 'preact';
import type { ChatState } from '../../chat/chat-state.ts';
import { useWords } from '../use-words.ts';

/** Says why nothing moves. Shown after a moment, so that a short break goes unnoticed. */
export function Banner({ link, isOnline, entries }: ChatState): JSX.Element {
  const { words } = useWords();
  const isTroubled = !isOnline || link === 'lost' || (link === 'failed' && entries.length > 0);
  return (
    <div class="banner" role="status">
      {isTroubled && <p>{isOnline ? words.lost : words.offline}</p>}
    </div>
  );
}
