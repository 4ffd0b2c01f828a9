import { expect, it } from 'vitest';
import { noticeOf } from '../../../../src/web/client/demo/notice-of.ts';

it('says nothing while the bot runs on the files as they are, or the answer cannot be read', () => {
  expect(noticeOf('{"ready":true}')).toEqual([]);
  expect(noticeOf('Bad gateway')).toEqual([]);
});

it('tells each error with its place and fix', () => {
  const problem = {
    file: 'dialogs/a.yaml',
    line: 7,
    column: 10,
    message: "slot 'dai' does not exist",
    fix: "did you mean 'day'?",
  };
  const rejectedEdit = {
    at: '2026-01-05T09:30:00.000Z',
    errors: 2,
    problems: [problem, { ...problem, line: 9, fix: undefined }],
  };
  expect(noticeOf(JSON.stringify({ ready: true, rejectedEdit }))).toEqual([
    "The edit of 09:30:00 UTC is not live: the bot's files have 2 errors.",
    "dialogs/a.yaml:7:10 slot 'dai' does not exist (fix: did you mean 'day'?)",
    "dialogs/a.yaml:9:10 slot 'dai' does not exist",
  ]);
});
