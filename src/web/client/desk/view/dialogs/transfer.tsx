import type { JSX } from 'preact';
import type { Passing } from '../../model/actions.ts';
import { givenIn, Sheet } from './sheet.tsx';

type Props = {
  readonly teams: readonly string[];
  readonly colleagues: readonly string[];
  onClose(): void;
  onDone(passing: Passing): void;
};

/** To whom a conversation is passed on, and what they should know. */
export function Transfer({ teams, colleagues, onClose, onDone }: Props): JSX.Element {
  return (
    <Sheet
      title="Pass this conversation on"
      done="Pass on"
      onClose={onClose}
      onDone={(given) =>
        onDone({ team: givenIn(given, 'team'), to: givenIn(given, 'to'), note: givenIn(given, 'note') })
      }
    >
      <label>
        Team
        <input name="team" list="teams" maxLength={100} placeholder="Anybody" autofocus />
        <datalist id="teams">
          {teams.map((team) => (
            <option key={team} value={team} />
          ))}
        </datalist>
      </label>
      <label>
        Colleague
        <input name="to" list="colleagues" maxLength={100} placeholder="Whoever comes first" />
        <datalist id="colleagues">
          {colleagues.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </label>
      <label>
        Note for whoever takes it
        <textarea name="note" rows={3} maxLength={10_000} placeholder="So that the customer need not say it again" />
      </label>
      <p class="hint">The customer keeps their place in line.</p>
    </Sheet>
  );
}
