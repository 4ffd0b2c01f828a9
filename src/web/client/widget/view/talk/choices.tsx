/** The answers the bot suggests, as buttons, until the customer says something. */
import type { JSX } from 'preact';
import type { ChatState } from '../../chat/chat-state.ts';
import type { SuggestedAction } from '../../directline/card.ts';
import { safeLink } from '../../text/safe-link.ts';
import { useWords } from '../use-words.ts';

type Props = { readonly actions: readonly SuggestedAction[]; readonly onChoose: (action: SuggestedAction) => void };

export function Choices({ actions, onChoose }: Props): JSX.Element | null {
  const { words } = useWords();
  if (actions.length === 0) return null;
  return (
    <fieldset class="choices" aria-label={words.choices}>
      {actions.map((action) => (
        <Choice action={action} onChoose={onChoose} key={action.title + action.value} />
      ))}
    </fieldset>
  );
}

/** Those of the newest message, where nothing of the customer came after it. */
export function openChoices({ entries, outbox }: ChatState): readonly SuggestedAction[] {
  const last = entries.at(-1);
  return outbox.length === 0 && last?.kind === 'message' ? last.actions.filter((action) => action.title !== '') : [];
}

/** One answer as a button, or as a link where it leads to a page. */
export function Choice({
  action,
  onChoose,
}: {
  readonly action: SuggestedAction;
  readonly onChoose: Props['onChoose'];
}): JSX.Element {
  const href = action.type === 'openUrl' ? safeLink(action.value) : undefined;
  if (href) {
    return (
      <a class="choice" dir="auto" href={href} target="_blank" rel="noopener noreferrer nofollow">
        {action.title}
      </a>
    );
  }
  return (
    <button type="button" class="choice" dir="auto" onClick={() => onChoose(action)}>
      {action.title}
    </button>
  );
}
