import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../src/cli/answers/read-answers.ts';

const context = { zone: 'Europe/Berlin', now: Date.parse('2026-06-01T00:00:00Z') };
const read = (text: string) => readAnswers({ path: 'phone.csv', text }, context);
const header = 'touchpoint,time,customer,item,score';

/** Each problem as `line:column severity message`. */
const told = (text: string) =>
  read(text).problems.map(({ line, column, severity, message }) => `${line}:${column} ${severity} ${message}`);

describe('a file of answers', () => {
  it('is read with commas, semicolons or tabs, quotes, CRLF and a byte order mark', () => {
    for (const mark of [',', ';', '\t']) {
      const rows = [header, 'phone,2026-03-04 14:30,C-1,csat,4', '"phone",2026-03-04T13:30:00Z,,ces,7'];
      const { answers, problems } = read(`\uFEFF${rows.join('\r\n').replaceAll(',', mark)}\r\n`);
      expect(problems).toEqual([]);
      expect(
        answers.map(({ touchpoint, customer, item, value, line }) => [touchpoint, customer, item, value, line]),
      ).toEqual([
        ['phone', 'C-1', 'csat', '4', 2],
        ['phone', null, 'ces', '7', 3],
      ]);
      expect(answers.map(({ at }) => new Date(at).toISOString())).toEqual([
        '2026-03-04T13:30:00.000Z',
        '2026-03-04T13:30:00.000Z',
      ]);
    }
  });

  it('holds times of the business where they do not say their own, in summer and in winter', () => {
    const { answers } = read(`${header}\nphone,2026-01-10,,csat,4\nphone,2026-05-10 08:00,,csat,4`);
    expect(answers.map(({ at }) => new Date(at).toISOString())).toEqual([
      '2026-01-09T23:00:00.000Z',
      '2026-05-10T06:00:00.000Z',
    ]);
  });

  it('is refused with the place of a wrong column and the right name', () => {
    const { answers, problems } = read('touchpoint,time,custmer,items,score\nphone,2026-03-04,C-1,csat,4');
    expect(answers).toEqual([]);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['ANSWERS_INVALID']));
    expect(problems.map(({ line, column, message, fix }) => [line, column, message, fix])).toEqual([
      [1, 25, "there is no column 'item'", "rename 'items' to 'item'"],
      [1, 17, "there is no column 'custmer'", "did you mean 'customer'?"],
    ]);
  });

  it('may hold columns of other things, which are named and left', () => {
    const text = `${header},agent\nphone,2026-03-04,C-1,csat,4,Ada`;
    expect(told(text)).toEqual(["1:37 warning the column 'agent' is not read"]);
    expect(read(text).answers).toHaveLength(1);
  });

  it('tells of every bad cell where it stands, and gives no answer at all then', () => {
    const text = [
      header,
      'phone,2026-03-04,C-1,csat,4',
      'pho ne,2026-02-30,C-1,csta,4',
      'phone,2036-03-04,C-1,csat,6',
      '"pho,ne",2026-03-04,C-2,nps,11',
      'phone',
    ].join('\n');
    expect(read(text).answers).toEqual([]);
    expect(told(text)).toEqual([
      "3:1 error 'pho ne' is no name of a touchpoint",
      "3:8 error '2026-02-30' is no time",
      "3:23 error there is no item 'csta'",
      "4:7 error '2036-03-04' has not come yet",
      "4:27 error '6' is no answer to csat",
      "5:1 error 'pho,ne' is no name of a touchpoint",
      "5:29 error '11' is no answer to nps",
      '6:1 error no time is given',
      '6:1 error no item is named',
    ]);
  });

  it('keeps its lines where a cell of another column holds a line break', () => {
    const text = `${header},words\nphone,2026-03-04,,csat,4,"first\nsecond"\nphone,2026-03-05,,csat,9,x`;
    expect(told(text)).toContain("4:24 error '9' is no answer to csat");
  });

  it('with an open quotation mark says on which line', () => {
    expect(told(`${header}\nphone,2026-03-04,"C-1,csat,4\n`)[0]).toMatch(/^[23]:1 error the table cannot be read/);
  });

  it('may hold the same of two strangers, but of one customer once', () => {
    const rows = ['phone,2026-03-04,,csat,4', 'phone,2026-03-04,,csat,4', 'phone,2026-03-04,C-1,csat,4'];
    const { answers } = read([header, ...rows, rows[2]].join('\n'));
    expect(answers.map(({ occurrence, customer }) => [customer, occurrence])).toEqual([
      [null, 0],
      [null, 1],
      ['C-1', 0],
    ]);
  });

  it('in which a customer says two things at one moment is refused with both lines', () => {
    const text = `${header}\nphone,2026-03-04,C-1,csat,4\nphone,2026-03-04,C-1,csat,2`;
    expect(told(text)).toEqual(['3:1 error this customer gave another answer to csat at the same moment, on line 2']);
  });

  it('without a line is an error of its own', () => {
    expect(told('')).toEqual(['1:1 error the file is empty']);
  });
});
