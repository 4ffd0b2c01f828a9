import { expect, test } from 'vitest';
import { configOf } from '../../../src/cli/config/read-config.ts';

test('a team that the settings of the desk name and do not declare is told with its place and the nearest one', () => {
  const text = `desk:
  teams:
    billing: { overflow: retrns }
    returns: {}
  priorities:
    - { team: biling, priority: 5 }
`;
  const { problems } = configOf([{ path: 'touchpoint.yaml', text }], {});
  expect(problems).toMatchObject([
    { code: 'TEAM_UNKNOWN', line: 3, column: 26, fix: "did you mean 'returns'?" },
    { code: 'TEAM_UNKNOWN', line: 6, column: 15, fix: "did you mean 'billing'?" },
  ]);
});
