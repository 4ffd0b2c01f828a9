import type { JSX } from 'preact';
import type { Person } from '../model/person.ts';
import type { Colleague } from '../server/queue.ts';
import { Icon, Logo } from './icon.tsx';

type Props = {
  readonly person: Person;
  readonly waiting: number;
  readonly colleagues: readonly Colleague[];
  readonly isLive: boolean;
  readonly isOnline: boolean;
  readonly isLoud: boolean;
  setOnline(isOnline: boolean): void;
  setLoud(isLoud: boolean): void;
  onKeys(): void;
  onPeople(): void;
  onLeave(): void;
};

export function TopBar(props: Props): JSX.Element {
  const { person, waiting, isLive, isOnline, isLoud, setOnline, setLoud } = props;
  const online = props.colleagues.filter(({ state }) => state === 'online');
  return (
    <header class="top">
      <Logo />
      <h1>Desk</h1>
      <p class="standing" role="status">
        {isLive ? `${waiting} waiting` : 'Looking for the server…'}
      </p>
      <p class="colleagues" title={online.map(({ name }) => name).join(', ')}>
        {online.length === 1 ? '1 person online' : `${online.length} people online`}
      </p>
      <button
        type="button"
        role="switch"
        class="presence"
        aria-checked={isOnline}
        aria-label="Online"
        onClick={() => setOnline(!isOnline)}
      >
        <i aria-hidden="true" />
        {isOnline ? 'Online' : 'Away'}
      </button>
      <button
        type="button"
        class="quiet"
        aria-pressed={isLoud}
        aria-label="Sound"
        title="Sound"
        onClick={() => setLoud(!isLoud)}
      >
        <Icon name={isLoud ? 'sound' : 'silent'} />
      </button>
      <button type="button" class="quiet wide-only" aria-label="Keys" title="Keys (?)" onClick={props.onKeys}>
        <Icon name="keys" />
      </button>
      {person.role === 'admin' && (
        <button type="button" class="quiet" aria-label="Accounts" title="Accounts" onClick={props.onPeople}>
          <Icon name="people" />
        </button>
      )}
      <button
        type="button"
        class="quiet"
        aria-label={`Sign out, ${person.name}`}
        title={`Signed in as ${person.name}: sign out`}
        onClick={props.onLeave}
      >
        <Icon name="leave" />
      </button>
    </header>
  );
}
