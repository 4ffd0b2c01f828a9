/** One conversation: what was said, and what can be done with it. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Actions } from '../model/actions.ts';
import type { Pending, Talk } from '../model/desk-state.ts';
import type { Standing } from '../model/standing.ts';
import type { Line } from '../server/card.ts';
import type { Place } from '../server/queue.ts';
import { customerName, dayOf, lasting, reasonName, timeOfDay } from '../words.ts';
import { Composer } from './composer.tsx';
import { Icon } from './icon.tsx';

type Props = {
  readonly id: string;
  readonly place: Standing | undefined;
  readonly talk: Talk;
  readonly now: number;
  readonly actions: Actions;
  readonly hasCard: boolean;
  /** supervisors follow and take over what others have */
  readonly canListen: boolean;
  setCard(isShown: boolean): void;
  onDialog(dialog: 'transfer' | 'wrap-up'): void;
};

export function TalkView(props: Props): JSX.Element {
  const { id, place, talk, now, actions } = props;
  const first = useRef(place?.kind).current;
  const name = customerName(talk.card?.customer.name || (place?.place.name ?? ''), id);
  return (
    <main class="talk" aria-label={`Conversation with ${name}`}>
      <header>
        <button type="button" class="quiet phone-only" aria-label="Back to the list" onClick={() => actions.show('')}>
          <Icon name="back" />
        </button>
        <div>
          <h2>{name}</h2>
          <p>{whereabouts(place, now)}</p>
        </div>
        <button
          type="button"
          class="quiet"
          aria-pressed={props.hasCard}
          aria-label="What is known"
          title="What is known (c)"
          onClick={() => props.setCard(!props.hasCard)}
        >
          <Icon name="card" />
        </button>
        {place?.kind === 'mine' && (
          <div class="acts">
            <button type="button" onClick={() => actions.giveBack(id)}>
              To the bot
            </button>
            <button type="button" onClick={() => props.onDialog('transfer')}>
              Pass on
            </button>
            <button type="button" class="main" onClick={() => props.onDialog('wrap-up')}>
              Wrap up
            </button>
          </div>
        )}
      </header>
      <Lines talk={talk} name={name} isTyping={talk.typingUntil > now} onRetry={(key) => actions.retry(id, key)} />
      {place?.kind === 'mine' && (
        <Composer
          conversation={id}
          isNew={first === 'waiting'}
          name={talk.card?.customer.name ?? ''}
          onWriting={() => actions.writing(id)}
          onSend={(text, isNote) => actions.say(id, text, isNote)}
          onFile={(file) => actions.sendFile(id, file)}
        />
      )}
      {place?.kind === 'waiting' && (
        <footer class="offer">
          {place.place.isOfferedToMe && <p>{askedToTake(place.place, now)}</p>}
          {isAnothers(place.place) ? (
            <p>{place.place.offeredTo} is asked to take it just now.</p>
          ) : (
            <>
              <button type="button" class="main" onClick={() => actions.accept(id)}>
                Take this conversation
              </button>
              <button type="button" title="Decline (d)" onClick={() => actions.decline(id)}>
                Decline
              </button>
            </>
          )}
        </footer>
      )}
      {place?.kind === 'other' && (
        <footer class="offer">
          <p>{props.canListen ? 'You are listening. Nobody sees you.' : 'A colleague has this conversation.'}</p>
          {props.canListen && (
            <button type="button" onClick={() => actions.takeOver(id)}>
              Take over
            </button>
          )}
        </footer>
      )}
      {!place && talk.card && (
        <footer class="offer">
          <p>Nobody waits for a person here any more.</p>
        </footer>
      )}
    </main>
  );
}

function isAnothers({ offeredTo, isOfferedToMe }: Place): boolean {
  return offeredTo !== '' && !isOfferedToMe;
}

function askedToTake({ offeredUntil }: Place, now: number): string {
  const left = offeredUntil === undefined ? '' : ` You have ${lasting(offeredUntil - now)} left.`;
  return `You are asked to take this one.${left}`;
}

function whereabouts(place: Standing | undefined, now: number): string {
  if (!place) return 'Not at the desk';
  const since = lasting(now - place.place.since);
  const reason = reasonName(place.place.reason);
  if (place.kind === 'waiting') return `${reason} · waiting for ${since}`;
  return place.kind === 'mine'
    ? `${reason} · asked ${since} ago`
    : `With ${place.place.agent || 'nobody'} · asked ${since} ago`;
}

type LinesProps = {
  readonly talk: Talk;
  readonly name: string;
  readonly isTyping: boolean;
  onRetry(key: string): void;
};

function Lines({ talk, name, isTyping, onRetry }: LinesProps): JSX.Element {
  const end = useRef<HTMLDivElement>(null);
  const count = talk.lines.length + talk.pending.length;
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [count, isTyping]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div class="lines" role="log" aria-label="What was said" tabIndex={0} aria-busy={!talk.card}>
      {talk.lines.map((line, n) => (
        <div key={line.seq}>
          {isNewDay(talk.lines[n - 1], line) && <p class="day">{dayOf(line.at)}</p>}
          <Said line={line} name={name} />
        </div>
      ))}
      {talk.pending.map((pending) => (
        <Unsent key={pending.key} pending={pending} onRetry={() => onRetry(pending.key)} />
      ))}
      {isTyping && <p class="writing">{name} is writing…</p>}
      <div ref={end} />
    </div>
  );
}

function isNewDay(before: Line | undefined, { at }: Line): boolean {
  return at > 0 && (!before || dayOf(before.at) !== dayOf(at));
}

function Said({ line, name }: { readonly line: Line; readonly name: string }): JSX.Element {
  const speaker = {
    customer: name,
    bot: 'Bot',
    agent: line.name || 'Agent',
    note: `Note by ${line.name || 'a colleague'}`,
  };
  return (
    <article class={`line ${line.who}`}>
      <p class="meta">
        {speaker[line.who]} <time dateTime={new Date(line.at).toISOString()}>{timeOfDay(line.at)}</time>
      </p>
      {(line.text || line.files.length === 0) && <p class="bubble">{line.text || <em>Erased</em>}</p>}
      {line.files.map((file) => (
        <a key={file.path} class="bubble file" href={file.path} target="_blank" rel="noreferrer">
          {file.isPicture ? <img src={file.path} alt={file.name} loading="lazy" /> : file.name}
        </a>
      ))}
    </article>
  );
}

function Unsent({ pending, onRetry }: { readonly pending: Pending; readonly onRetry: () => void }): JSX.Element {
  return (
    <article class={`line ${pending.isNote ? 'note' : 'agent'} pending`}>
      <p class="bubble">{pending.text}</p>
      {pending.problem ? (
        <p class="problem" role="alert">
          {pending.problem}{' '}
          <button type="button" class="link" onClick={onRetry}>
            Send again
          </button>
        </p>
      ) : (
        <p class="meta">Sending…</p>
      )}
    </article>
  );
}
