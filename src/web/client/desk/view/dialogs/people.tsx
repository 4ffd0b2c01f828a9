/** Who has an account: adding, changing and removing them. It stays open until it is closed. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Account, loadAccounts, removeAccount, saveAccount } from '../../server/accounts.ts';
import { type Answer, isGood } from '../../server/requests.ts';
import { givenIn } from './sheet.tsx';

type Props = { readonly teams: readonly string[]; readonly me: string; onClose(): void };

const roles = ['agent', 'supervisor', 'analyst', 'admin'] as const;

export function People({ teams, me, onClose }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [accounts, setAccounts] = useState<readonly Account[]>([]);
  const [told, tell] = useState('');
  const [chosen, choose] = useState<Account | undefined>();
  const look = async (): Promise<void> => {
    const found = await loadAccounts();
    setAccounts(found.accounts);
    if (found.problem) tell(found.problem);
  };
  useEffect(() => {
    dialog.current?.showModal();
    void look();
  }, []);
  const after = async (asked: Promise<Answer>, done: string): Promise<void> => {
    const answer = await asked;
    tell(isGood(answer) ? done : answer.problem);
    if (isGood(answer)) choose(undefined);
    await look();
  };
  return (
    <dialog ref={dialog} class="accounts" aria-label="Accounts" onClose={onClose}>
      <h2>Accounts</h2>
      <ul>
        {accounts.map((one) => (
          <li key={one.name}>
            <span class="who">
              <b>{one.name}</b> {one.role}
              {one.team && `, ${one.team}`}
            </span>
            <button type="button" aria-label={`Change ${one.name}`} onClick={() => choose(one)}>
              Change
            </button>
            {one.name !== me && (
              <Remove
                name={one.name}
                onRemove={() => void after(removeAccount(one.name), `${one.name} was removed and signed out.`)}
              />
            )}
          </li>
        ))}
      </ul>
      <AccountForm
        key={chosen?.name ?? `new ${accounts.length}`}
        {...{ teams, chosen }}
        onSave={(account, password) => void after(saveAccount(account, password), `${account.name} can sign in now.`)}
      />
      <p class="hint" role="status">
        {told}
      </p>
      <footer>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </footer>
    </dialog>
  );
}

/** Asks once more: pressed a second time, it is meant. */
function Remove({ name, onRemove }: { readonly name: string; onRemove(): void }): JSX.Element {
  const [isAsked, ask] = useState(false);
  const label = isAsked ? `Yes, remove ${name}` : `Remove ${name}`;
  return (
    <button
      type="button"
      aria-label={label}
      onBlur={() => ask(false)}
      onClick={() => (isAsked ? onRemove() : ask(true))}
    >
      {isAsked ? 'Yes, remove' : 'Remove'}
    </button>
  );
}

type FormProps = {
  readonly teams: readonly string[];
  readonly chosen: Account | undefined;
  onSave(account: Account, password: string): void;
};

function AccountForm({ teams, chosen, onSave }: FormProps): JSX.Element {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        const account = { name: givenIn(given, 'name'), role: givenIn(given, 'role'), team: givenIn(given, 'team') };
        onSave(account, String(given.get('password') ?? ''));
      }}
    >
      <label>
        Name
        <input name="name" required maxLength={100} defaultValue={chosen?.name ?? ''} readOnly={chosen !== undefined} />
      </label>
      <label>
        Role
        <select name="role" defaultValue={chosen?.role ?? 'agent'}>
          {roles.map((role) => (
            <option key={role} value={role} selected={role === (chosen?.role ?? 'agent')}>
              {role}
            </option>
          ))}
        </select>
      </label>
      <label>
        Team
        <input name="team" list="account-teams" maxLength={100} placeholder="None" defaultValue={chosen?.team ?? ''} />
        <datalist id="account-teams">
          {teams.map((team) => (
            <option key={team} value={team} />
          ))}
        </datalist>
      </label>
      <label>
        Password
        <input
          name="password"
          type="password"
          minLength={8}
          maxLength={1000}
          autocomplete="new-password"
          required={chosen === undefined}
          placeholder={chosen ? 'as it is' : 'eight characters at least'}
        />
      </label>
      <button type="submit" class="main">
        {chosen ? `Change ${chosen.name}` : 'Add'}
      </button>
    </form>
  );
}
