import { describe, expect, test } from 'vitest';
import type { Account, SessionRow } from '../../src/runtime/ports/accounts.ts';
import type { Store } from '../../src/runtime/ports.ts';
import { start } from './samples.ts';

const ana: Account = { name: "ana o'neil", role: 'agent', team: 'returns', password: 'scrypt$…', stamp: 's1' };
const session: SessionRow = {
  session: 'x',
  name: ana.name,
  role: 'agent',
  team: 'returns',
  stamp: 's1',
  until: start + 10,
};
const principal = { name: ana.name, role: 'agent', team: 'returns' };

/** What every store must do with those who use it. */
export function accountsContract(the: () => Store): void {
  describe('accounts', () => {
    test('an account is found by its name, and replaced by one of the same name', async () => {
      expect([await the().hasAccounts(), await the().account(ana.name)]).toEqual([false, undefined]);
      await the().saveAccount(ana);
      expect([await the().hasAccounts(), await the().account(ana.name)]).toEqual([true, ana]);
      const other = { ...ana, role: 'admin', team: null, password: 'p', stamp: 's2' } as const;
      await the().saveAccount(other);
      expect(await the().account(ana.name)).toEqual(other);
      expect(await the().account('ANA')).toBeUndefined();
      await the().saveAccount({ ...ana, name: 'Zoe' });
      await the().saveAccount({ ...ana, name: 'Bo' });
      expect((await the().accounts()).map(({ name }) => name)).toEqual(['Bo', 'Zoe', ana.name]);
      expect((await the().accounts())[2]).toEqual({ name: ana.name, role: 'admin', team: null });
    });

    test('a token leads to who has it', async () => {
      await the().saveToken({ token: 'h1', name: 'nightly', role: 'analyst', team: null });
      await the().saveToken({ token: 'h2', name: 'nightly', role: 'admin', team: null });
      expect(await the().tokenOwner('h1')).toEqual({ name: 'nightly', role: 'analyst', team: null });
      expect(await the().tokenOwner('h3')).toBeUndefined();
      expect([await the().removePrincipal('nightly'), await the().removePrincipal('nightly')]).toEqual([true, false]);
      expect(await the().tokenOwner('h2')).toBeUndefined();
    });

    test('a session holds until it is over or ended', async () => {
      await the().saveAccount(ana);
      await the().beginSession(session, start);
      expect(await the().sessionOwner('x', start + 9)).toEqual(principal);
      expect(await the().sessionOwner('x', start + 10)).toBeUndefined();
      expect(await the().sessionOwner('y', start)).toBeUndefined();
      await the().endSession('x');
      expect(await the().sessionOwner('x', start)).toBeUndefined();
    });

    test('a session is over when its account changes or goes', async () => {
      await the().saveAccount(ana);
      await the().beginSession(session, start);
      await the().saveAccount({ ...ana, stamp: 's2' });
      expect(await the().sessionOwner('x', start)).toBeUndefined();
      await the().beginSession({ ...session, session: 'z', stamp: 's2' }, start);
      expect(await the().sessionOwner('z', start)).toEqual(principal);
      await the().removePrincipal(ana.name);
      expect([await the().sessionOwner('z', start), await the().hasAccounts()]).toEqual([undefined, false]);
    });

    test('a session without an account stands by itself, and those that are over are forgotten', async () => {
      await the().beginSession({ ...session, stamp: null }, start);
      expect(await the().sessionOwner('x', start)).toEqual(principal);
      await the().beginSession({ ...session, session: 'late', stamp: null }, start + 10);
      expect(await the().sessionOwner('x', start)).toBeUndefined();
    });
  });
}
