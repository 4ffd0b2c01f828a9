/** The desk: who waits and what one has, the conversation, and what is known of the customer. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Actions } from '../model/actions.ts';
import { type DeskState, talkOf } from '../model/desk-state.ts';
import { useKept } from '../model/kept.ts';
import type { Person } from '../model/person.ts';
import { standingOf } from '../model/standing.ts';
import { useDesk } from '../model/use-desk.ts';
import { useShortcuts } from '../model/use-shortcuts.ts';
import { pageNow } from '../page-now.ts';
import type { Place, Queue } from '../server/queue.ts';
import { loadSettings, noSettings } from '../server/settings.ts';
import { ContextCard } from './context-card.tsx';
import { Keys } from './dialogs/keys.tsx';
import { People } from './dialogs/people.tsx';
import { Transfer } from './dialogs/transfer.tsx';
import { WrapUp } from './dialogs/wrap-up.tsx';
import { Lists } from './lists.tsx';
import { TalkView } from './talk-view.tsx';
import { TopBar } from './top-bar.tsx';

type Props = { readonly person: Person; readonly onLeave: () => void };

export function DeskPage({ person, onLeave }: Props): JSX.Element {
  const [isOnline, setOnline] = useKept('online', person.role === 'agent');
  const [isLoud, setLoud] = useKept('sound', false);
  const [hasKeys, setKeys] = useKept('keys', true);
  const [hasCard, setCard] = useKept('card', matchMedia('(min-width: 1081px)').matches);
  const [dialog, setDialog] = useState<'transfer' | 'wrap-up' | 'keys' | 'people' | undefined>(undefined);
  const { state, actions } = useDesk({ isOnline, isLoud, isListening: person.role !== 'agent' });
  const [settings, setSettings] = useState(noSettings);
  useEffect(() => void loadSettings().then(setSettings), []);
  const now = useNow();
  const place = standingOf(state.queue, state.open);
  const talk = talkOf(state, state.open);
  const isMine = place?.kind === 'mine';
  const close = (): void => setDialog(undefined);

  useShortcuts(
    new Map<string, () => unknown>([
      ...movesIn(state, actions),
      ['t', () => isMine && setDialog('transfer')],
      ['w', () => isMine && setDialog('wrap-up')],
      ['c', () => setCard(!hasCard)],
      ['o', () => setOnline(!isOnline)],
      ['?', () => setDialog('keys')],
    ]),
    hasKeys,
  );

  return (
    <div class={`desk ${state.open ? 'has-talk' : ''} ${hasCard ? 'has-card' : ''}`}>
      <TopBar
        {...{ person, isOnline, isLoud, setOnline, setLoud, onLeave }}
        waiting={state.queue?.waiting.length ?? 0}
        colleagues={state.queue?.agents ?? []}
        isLive={state.isLive}
        onKeys={() => setDialog('keys')}
        onPeople={() => setDialog('people')}
      />
      <Lists queue={state.queue} open={state.open} talks={state.talks} now={now} onShow={actions.show} />
      {state.open ? (
        <TalkView
          key={state.open}
          {...{ place, talk, now, actions, hasCard, setCard }}
          id={state.open}
          canListen={person.role !== 'agent'}
          onDialog={setDialog}
        />
      ) : (
        <Empty queue={state.queue} isOnline={isOnline} onOnline={() => setOnline(true)} />
      )}
      {state.open && hasCard && (
        <ContextCard id={state.open} card={talk.card} now={now} onClose={() => setCard(false)} />
      )}
      <NoticeLine notice={state.notice} onRead={actions.readNotice} />
      {dialog === 'people' && <People teams={teamsOf(state.queue, settings.teams)} me={person.name} onClose={close} />}
      {dialog === 'keys' && <Keys isOn={hasKeys} onSwitch={setKeys} onClose={close} />}
      {dialog === 'transfer' && (
        <Transfer
          teams={teamsOf(state.queue, settings.teams)}
          colleagues={(state.queue?.agents ?? []).map(({ name }) => name).filter((name) => name !== person.name)}
          onClose={close}
          onDone={(passing) => actions.transfer(state.open, passing)}
        />
      )}
      {dialog === 'wrap-up' && (
        <WrapUp
          issue={talk.card?.issue ?? ''}
          dispositions={settings.dispositions}
          onClose={close}
          onDone={(ending) => actions.wrapUp(state.open, ending)}
        />
      )}
    </div>
  );
}

/** What went well is told for so long; what did not, until it was read. */
const toldMs = 6_000;

type NoticeProps = { readonly notice: DeskState['notice']; onRead(): void };

/** What went well covers nothing that could be pressed. */
function NoticeLine({ notice, onRead }: NoticeProps): JSX.Element {
  useEffect(() => {
    if (!notice || notice.isBad) return undefined;
    const timer = setTimeout(onRead, toldMs);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <p class={`notice ${notice?.isBad ? 'bad' : ''}`} role="status">
      {notice?.isBad && (
        <button type="button" onClick={onRead} aria-label={`${notice.text} Dismiss.`}>
          {notice.text}
        </button>
      )}
      {notice && !notice.isBad && <span>{notice.text}</span>}
    </p>
  );
}

function movesIn(state: DeskState, actions: Actions): readonly (readonly [string, () => void])[] {
  return [
    ['j', () => step(state, 1, actions)],
    ['k', () => step(state, -1, actions)],
    ['a', () => takeNext(state, actions)],
    ['d', () => decline(state, actions)],
    ['r', () => focus('.composer textarea')],
    ['Escape', () => actions.show('')],
  ];
}

function step({ queue, open }: DeskState, by: 1 | -1, actions: Actions): void {
  const mine = queue?.held.filter(({ isMine }) => isMine) ?? [];
  const ids = [...mine, ...(queue?.waiting ?? [])].map(({ id }) => id);
  const next = ids[ids.indexOf(open) + by] ?? ids[by > 0 ? 0 : ids.length - 1];
  if (next) actions.show(next);
}

/** Takes the conversation that is shown where it waits, else what one is asked to take, else who comes first and nobody else is asked to take. */
function takeNext({ queue, open }: DeskState, actions: Actions): void {
  const waiting = queue?.waiting.find(({ id }) => id === open) ?? first(queue);
  if (!waiting) return;
  actions.show(waiting.id);
  actions.accept(waiting.id);
}

/** The one that is shown, else what one is asked to take. */
function decline({ queue, open }: DeskState, actions: Actions): void {
  const waiting = queue?.waiting ?? [];
  const asked = waiting.find(({ id }) => id === open) ?? waiting.find(({ isOfferedToMe }) => isOfferedToMe);
  if (asked && (asked.isOfferedToMe || asked.offeredTo === '')) actions.decline(asked.id);
}

function first(queue: Queue | undefined): Place | undefined {
  const waiting = queue?.waiting ?? [];
  return waiting.find(({ isOfferedToMe }) => isOfferedToMe) ?? waiting.find(({ offeredTo }) => offeredTo === '');
}

function teamsOf(queue: Queue | undefined, known: readonly string[]): readonly string[] {
  const seen = [...(queue?.agents ?? []), ...(queue?.waiting ?? []), ...(queue?.held ?? [])].map(({ team }) => team);
  return [...new Set([...known, ...seen])].filter(Boolean).toSorted();
}

function focus(selector: string): void {
  const found = document.querySelector(selector);
  if (found instanceof HTMLElement) found.focus();
}

/** What `pageNow` says, each second. */
function useNow(): number {
  const [now, setNow] = useState(pageNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(pageNow()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

type EmptyProps = { readonly queue: Queue | undefined; readonly isOnline: boolean; readonly onOnline: () => void };

function Empty({ queue, isOnline, onOnline }: EmptyProps): JSX.Element {
  const waiting = queue?.waiting.length ?? 0;
  return (
    <main class="empty" aria-label="Conversation">
      <h2>
        {waiting === 0
          ? 'Nobody is waiting'
          : waiting === 1
            ? 'One customer is waiting'
            : `${waiting} customers are waiting`}
      </h2>
      {isOnline ? (
        <p class="wide-only">
          Choose a conversation, or press <kbd>a</kbd> to take the one who has waited longest.
        </p>
      ) : (
        <>
          <p>You are away: customers are told that nobody is there unless a colleague is.</p>
          <button type="button" class="main" onClick={onOnline}>
            Go online
          </button>
        </>
      )}
    </main>
  );
}
