/** The sign of who writes: a spark for the machine, a letter for a person with a name. */
import type { JSX } from 'preact';
import type { Author } from '../../chat/chat-state.ts';
import { Icon } from '../icons.tsx';

export function Avatar({ author, name }: { readonly author: Author; readonly name: string }): JSX.Element {
  const letter = author === 'agent' ? [...name][0]?.toUpperCase() : undefined;
  return (
    <span class="avatar" aria-hidden="true">
      {letter ?? <Icon name={author === 'agent' ? 'person' : 'spark'} />}
    </span>
  );
}
