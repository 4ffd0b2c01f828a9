import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { configOf } from '../../../../src/cli/config/read-config.ts';
import { openIdOptions } from '../../../../src/cli/config/sign-in/open-id-options.ts';

const read = (text: string) => configOf([{ path: 'touchpoint.yaml', text }], {});
const provider = (issuer: string, roles = '{ desk: agent }') =>
  `signIn:\n  oidc:\n    issuer: ${issuer}\n    clientId: touchpoint\n    roles: ${roles}\n`;

it('a provider needs an issuer, a client and roles; its secret comes from a variable or a file', () => {
  const { config, problems } = read(provider('https://login.example'));
  expect(problems).toEqual([]);
  const file = join(mkdtempSync(join(tmpdir(), 'touchpoint-oidc-')), 'secret');
  writeFileSync(file, 'hidden\n');
  expect(openIdOptions(config, {})).not.toHaveProperty('clientSecret');
  expect(openIdOptions(config, { TOUCHPOINT_OIDC_SECRET_FILE: file })).toMatchObject({
    issuer: 'https://login.example',
    clientSecret: 'hidden',
    claims: { name: 'preferred_username', role: 'groups', team: 'team' },
    roles: { desk: 'agent' },
    teams: null,
  });
  expect(openIdOptions(read('').config, {})).toBeUndefined();
});

it.each([
  ['http on another machine', provider('http://login.example'), 3, 'https'],
  ['a role that there is not', provider('https://login.example', '{ desk: agnt }'), 5, 'agent'],
  ['no role at all', provider('https://login.example', '{}'), 5, 'at least one'],
  ['a secret in the file', `${provider('https://login.example')}    clientSecret: x\n`, 6, 'clientSecret'],
])('%s is a problem with its place', (...[, text, line, said]) => {
  const [problem] = read(text).problems;
  expect(problem).toMatchObject({ file: 'touchpoint.yaml', line });
  expect(`${problem?.message} ${problem?.fix}`).toContain(said);
});

it('http on this machine is accepted, to try it', () => {
  expect(read(provider('http://127.0.0.1:4000')).problems).toEqual([]);
});
