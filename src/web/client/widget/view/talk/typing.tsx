/** Somebody or something is writing. Shown after a moment, so that quick answers come without it. */
import type { JSX } from 'preact';
import type { Peer } from '../../chat/chat-state.ts';
import { authorName, fill } from '../../words/fill.ts';
import { Avatar } from '../message/avatar.tsx';
import { useWords } from '../use-words.ts';

export function Typing({ peer }: { readonly peer: Peer }): JSX.Element {
  const { words } = useWords();
  const author = peer.kind === 'agent' ? 'agent' : 'bot';
  const name = peer.kind === 'agent' ? peer.name : '';
  return (
    <div class={`group ${author} typing`}>
      <div class="bubbles">
        <Avatar author={author} name={name} />
        <div class="bubble dots">
          <span class="hidden">{fill(words.isWriting, name || authorName(words, author))}</span>
          <i />
          <i />
          <i />
        </div>
      </div>
    </div>
  );
}
