/** Who may come in: asks for a name and password where nobody is signed in. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fieldsOf, textOf } from '../../json/fields.ts';
import type { Person } from '../model/person.ts';
import { ask, isGood } from '../server/requests.ts';
import { DeskPage } from './desk-page.tsx';
import { Logo } from './icon.tsx';

type Known = 'asking' | 'nobody' | Person;

/** Roles that work at the desk. */
const staff = ['agent', 'supervisor', 'admin'];

export function Entrance(): JSX.Element {
  const [known, setKnown] = useState<Known>('asking');
  const look = async (): Promise<void> => setKnown(await whoIsThere());
  useEffect(() => void look(), []);
  const leave = async (): Promise<void> => {
    await ask('DELETE', '/api/session');
    setKnown('nobody');
  };
  if (known === 'asking') return <main class="entrance" aria-busy="true" aria-label="Opening the desk" />;
  if (known === 'nobody') return <SignIn onSignedIn={() => void look()} />;
  if (!staff.includes(known.role)) return <WrongRole person={known} onLeave={() => void leave()} />;
  return <DeskPage person={known} onLeave={() => void leave()} />;
}

async function whoIsThere(): Promise<Known> {
  const answer = await ask('GET', '/api/session');
  if (!isGood(answer)) return 'nobody';
  const { name, role, team } = answer.body;
  return { name: textOf(name), role: textOf(role), team: textOf(team) };
}

type Provider = { readonly label: string; readonly href: string };

/** Empty where people sign in with a password only. */
async function whereElse(): Promise<Provider> {
  const { label, href } = fieldsOf((await ask('GET', '/sign-in/ways')).body['oidc']);
  return { label: textOf(label), href: textOf(href) };
}

function SignIn({ onSignedIn }: { readonly onSignedIn: () => void }): JSX.Element {
  const [problem, setProblem] = useState('');
  const [provider, setProvider] = useState<Provider>({ label: '', href: '' });
  useEffect(() => void whereElse().then(setProvider), []);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const given = new FormData(event.currentTarget);
    const answer = await ask('POST', '/api/session', { name: given.get('name'), password: given.get('password') });
    if (isGood(answer)) onSignedIn();
    else setProblem(answer.problem);
  };
  return (
    <Sheet title="Sign in to the desk">
      <form onSubmit={(event) => void submit(event)}>
        <label>
          Name
          <input name="name" autocomplete="username" autocapitalize="none" required autofocus />
        </label>
        <label>
          Password
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <p class="problem" role="alert">
          {problem}
        </p>
        <button type="submit" class="main">
          Sign in
        </button>
      </form>
      {provider.href === '' ? null : (
        <a class="provider" href={provider.href}>
          {provider.label}
        </a>
      )}
      <p class="hint">
        No account yet? Who runs Touchpoint makes one with <code>touchpoint user add</code>, or opens the sign-in link
        that <code>touchpoint serve</code> prints.
      </p>
    </Sheet>
  );
}

function WrongRole({ person, onLeave }: { readonly person: Person; readonly onLeave: () => void }): JSX.Element {
  return (
    <Sheet title="The desk is not for your role">
      <p>
        You are signed in as {person.name}, {person.role}. Conversations are taken by agents, supervisors and admins.
      </p>
      <p>
        <a href="/cx">Go to the experience report</a>
      </p>
      <button type="button" class="main" onClick={onLeave}>
        Sign in as somebody else
      </button>
    </Sheet>
  );
}

function Sheet({ title, children }: { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <main class="entrance">
      <section class="sheet">
        <Logo />
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  );
}
