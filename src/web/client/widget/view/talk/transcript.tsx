/** What was said so far, with the newest in sight. */
import type { JSX } from 'preact';
import type { ChatState, Notice } from '../../chat/chat-state.ts';
import type { SuggestedAction } from '../../directline/card.ts';
import type { Instant } from '../../ports.ts';
import { fill } from '../../words/fill.ts';
import type { Spoken } from '../../words/load-words.ts';
import type { Words } from '../../words/words.ts';
import { Icon } from '../icons.tsx';
import { Group } from '../message/group.tsx';
import { useWords } from '../use-words.ts';
import { Beginning } from './beginning.tsx';
import { type Row, rows } from './rows.ts';
import { dayName } from './times.ts';
import { Typing } from './typing.tsx';
import { useNewest } from './use-newest.ts';

type Props = {
  readonly state: ChatState;
  readonly now: Instant;
  readonly privacyUrl: string | undefined;
  readonly onRetry: (clientId: string) => void;
  readonly onChoose: (action: SuggestedAction) => void;
  readonly onReconnect: () => void;
};

export function Transcript({ state, now, privacyUrl, onRetry, onChoose, onReconnect }: Props): JSX.Element {
  const spoken = useWords();
  const { words } = spoken;
  const shown = rows(state);
  const { log, isBehind, follow, showNewest } = useNewest(state);
  return (
    <div class="transcript">
      <div
        class="log"
        ref={log}
        onScroll={follow}
        role="log"
        aria-live="polite"
        aria-label={words.conversation}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
      >
        <div class="rows">
          <p class="consent">
            {words.consent}{' '}
            {privacyUrl && (
              <a href={privacyUrl} target="_blank" rel="noopener noreferrer">
                {words.privacy}
              </a>
            )}
          </p>
          {shown.map((row) => drawRow(row, { now, spoken, onRetry, onChoose }))}
          {shown.length === 0 && <Beginning link={state.link} onReconnect={onReconnect} />}
          {state.isReplying && state.isOnline && <Typing peer={state.peer} />}
        </div>
      </div>
      {isBehind && (
        <button type="button" class="newer" onClick={showNewest}>
          <Icon name="down" />
          {words.newer}
        </button>
      )}
    </div>
  );
}

type Drawing = Pick<Props, 'now' | 'onRetry' | 'onChoose'> & { readonly spoken: Spoken };

function drawRow(row: Row, { now, spoken, ...on }: Drawing): JSX.Element {
  switch (row.kind) {
    case 'day':
      return (
        <div class="day" key={row.key}>
          {dayName(row.at, now, spoken)}
        </div>
      );
    case 'notice':
      return (
        <div class="notice" key={row.key} dir="auto">
          {noticeText(spoken.words, row.notice)}
        </div>
      );
    case 'group':
      return <Group row={row} {...on} key={row.key} />;
  }
}

function noticeText(words: Words, notice: Notice): string {
  switch (notice.kind) {
    case 'said':
      return notice.text;
    case 'finding':
      return words.findingPerson;
    case 'nobody':
      return words.nobodyFree;
    case 'joined':
      return notice.name ? fill(words.personJoined, notice.name) : words.someoneJoined;
    case 'left':
      return notice.name ? fill(words.personLeft, notice.name) : words.someoneLeft;
  }
}
