import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generalRules } from '../../../../src/measurement/judge/mapping/general-rules.ts';
import { readFormatRules, readMapping } from '../../../../src/measurement/judge/mapping/read-mapping.ts';
import { judgeLines } from '../judging.ts';

const head = 'judge: 1\nturns: $.turns\nturn: { who: "$[0]" }\n';

function problemsOf(text: string): readonly string[] {
  return readMapping({ path: 'm.yaml', text }).problems.map(
    ({ line, column, message, fix, code }) => `${line}:${column} ${message} (${fix}) [${code}]`,
  );
}

describe('a mapping', () => {
  it.each(['betold', 'star'])('docs/judge/%s.yaml has no problems', (name) => {
    expect(problemsOf(readFileSync(`docs/judge/${name}.yaml`, 'utf8'))).toEqual([]);
  });

  it('of general rules has no problems', () => {
    expect(readFormatRules(generalRules).problems).toEqual([]);
  });

  it('refuses unknown keys and events, with their place and the nearest name', () => {
    const problems = problemsOf(`${head}rule: []\nrules:\n  - { when: { whom: bot }, event: no_macth }\n`);
    expect(problems[0]).toBe("4:1 'rule' is not known here (did you mean 'rules'?) [SCHEMA_INVALID]");
    expect(problems[1]).toContain("6:15 'whom' is not known here (did you mean 'who'?)");
    expect(problems[2]).toContain("did you mean 'no_match'?");
  });

  it('refuses paths that are none', () => {
    expect(problemsOf('judge: 1\nid: $..id\nturns: turns\nturn: { who: "$[0]", at: "$[?@.x]" }')).toEqual([
      expect.stringContaining("2:5 '$..id' is no path into the data"),
      expect.stringContaining("3:8 'turns' is no path into the data"),
      expect.stringMatching(/^4:26 .*JUDGE_PATH/),
    ]);
  });

  it('refuses patterns that are none, that may hang, and unknown flags', () => {
    const withPattern = (pattern: string) =>
      problemsOf(`${head}rules:\n  - { when: { text: '${pattern}' }, event: promise }`)[0];
    expect(withPattern('/(a+)+$/')).toMatch(/^5:21 the pattern may take very long .*\[JUDGE_PATTERN\]$/);
    expect(withPattern('/(a/')).toContain('is no regular expression: unterminated group');
    expect(withPattern('/a/g')).toContain("has an unknown flag 'g'");
    expect(withPattern('/a/i')).toBeUndefined();
  });
});

describe('JSON lines', () => {
  const map = 'judge: 1\nid: $.id\nturns: $.talk.turns\nturn: { who: $.role, at: $.t }\nroles: { me: bot }';

  it('are read with either line ending, byte order mark or none, blank lines left out, in order', () => {
    const lines = [
      '{"id":"b","talk":{"turns":[]}}',
      '',
      '{"id":7,"talk":{"turns":[{"role":"me"}]}}',
      '{"talk":{"turns":[]}}',
    ];
    const { rows, problems } = judgeLines(map, lines.join('\r\n'));
    expect(rows.map(({ id }) => id)).toEqual(['b', '7', '4']);
    expect(problems).toEqual([]);
  });

  it('that cannot be read are told with their place, and the others are judged', () => {
    const lines = [
      '{"id":1,"talk":{"turns":[]}}',
      '{"id":2,"talk":{"turns":[,]}}',
      '{"id":3,"talk":{"turns":[{"role":"you"}]}}',
      '{"id":4,"talk":{"turns":[{"role":"me","t":"yesterday"}]}}',
      '{"id":5,"talk":{}}',
      '{"id":6,"talk":{"turns":[{}]}}',
      '{"id":7,"talk":{"turns":[{"ro',
    ];
    const { rows, problems } = judgeLines(map, lines.join('\n'));
    expect(rows.map(({ id }) => id)).toEqual(['1']);
    expect(problems).toEqual([
      expect.stringMatching(/^calls\.jsonl:2:26 the conversation is no JSON from here on .*\[TRANSCRIPT_INVALID\]$/),
      expect.stringContaining("calls.jsonl:3:1 turn 0 is spoken by 'you', which the mapping does not know"),
      expect.stringContaining('calls.jsonl:4:1 turn 0 has the time yesterday, which is no ISO 8601 time'),
      expect.stringContaining('calls.jsonl:5:1 the conversation has no turns'),
      expect.stringContaining('calls.jsonl:6:1 turn 0 does not say who speaks'),
      expect.stringContaining('calls.jsonl:7:30 the conversation is cut off here'),
    ]);
  });

  it('without any conversation are a problem', () => {
    expect(judgeLines(map, '\n \n').problems).toEqual([
      expect.stringContaining('calls.jsonl:1:1 the file holds no conversation'),
    ]);
  });
});
