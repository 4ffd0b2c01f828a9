/** What one has, who waits, and what colleagues have. */
import type { JSX } from 'preact';
import type { Talk } from '../model/desk-state.ts';
import type { Held, Place, Queue } from '../server/queue.ts';
import { customerName, lasting, reasonName, spaced } from '../words.ts';
import { Search } from './search.tsx';

type Props = {
  readonly queue: Queue | undefined;
  readonly open: string;
  readonly talks: Readonly<Record<string, Talk>>;
  readonly now: number;
  onShow(id: string): void;
};

export function Lists({ queue, ...shared }: Props): JSX.Element {
  if (!queue) return <nav class="lists" aria-label="Conversations" aria-busy="true" />;
  const mine = queue.held.filter(({ isMine }) => isMine);
  const others = queue.held.filter(({ isMine }) => !isMine);
  return (
    <nav class="lists" aria-label="Conversations">
      <Search open={shared.open} onShow={shared.onShow} />
      <List title="Yours" places={mine} none="You have no conversation." {...shared} />
      <List title="Waiting" places={queue.waiting} none="Nobody is waiting." {...shared} />
      {others.length > 0 && <List title="With colleagues" places={others} none="" {...shared} />}
    </nav>
  );
}

type ListProps = Omit<Props, 'queue'> & {
  readonly title: string;
  readonly places: readonly (Place | Held)[];
  readonly none: string;
};

function List({ title, places, none, ...shared }: ListProps): JSX.Element {
  return (
    <section>
      <h2>
        {title} <span class="count">{places.length}</span>
      </h2>
      {places.length === 0 && <p class="none">{none}</p>}
      <ul>
        {places.map((place) => (
          <li key={place.id}>
            <Row place={place} {...shared} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function offeredFor({ offeredUntil }: Place, now: number): string {
  return offeredUntil === undefined ? 'offered to you' : `offered to you · ${lasting(offeredUntil - now)}`;
}

function tagsOf(place: Place | Held, now: number): readonly string[] {
  const priority = place.priority === 0 ? '' : `priority ${place.priority}`;
  const holder = 'agent' in place && !place.isMine ? `with ${place.agent || 'nobody'}` : '';
  const asked = place.isOfferedToMe ? offeredFor(place, now) : place.offeredTo && `offered to ${place.offeredTo}`;
  return [asked, priority, place.team, place.meantFor && `for ${place.meantFor}`, holder].filter(Boolean);
}

type RowProps = Omit<Props, 'queue'> & { readonly place: Place | Held };

function Row({ place, open, talks, now, onShow }: RowProps): JSX.Element {
  const talk = talks[place.id];
  const last = talk?.lines.findLast(({ who }) => who === 'customer' || who === 'agent');
  const about = [spaced(place.issue), reasonName(place.reason)].filter(Boolean).join(' · ');
  const unread = talk?.unread ?? 0;
  const tags = tagsOf(place, now);
  return (
    <button type="button" class="row" aria-current={place.id === open} onClick={() => onShow(place.id)}>
      <span class="who">{customerName(place.name || (talk?.card?.customer.name ?? ''), place.id)}</span>
      <span class="since">{lasting(now - place.since)}</span>
      <span class="what">{last?.text || place.said || about}</span>
      {unread > 0 && (
        <span class="unread">
          {unread}
          <span class="hidden"> unread</span>
        </span>
      )}
      {tags.length > 0 && (
        <span class="tags">
          {tags.map((tag) => (
            <span key={tag} class="tag">
              {tag}
            </span>
          ))}
        </span>
      )}
    </button>
  );
}
