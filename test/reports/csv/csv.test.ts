import { describe, expect, it } from 'vitest';
import { renderCsv } from '../../../src/reports/csv/render-csv.ts';
import { reportOf } from '../sample-reports.ts';
import { readCsv } from './read-csv.ts';

describe('the report as CSV', () => {
  it('is a row for the whole, or a row a group', () => {
    expect(readCsv(renderCsv(reportOf(70))).map((row) => row['key'])).toEqual(['all']);
    expect(readCsv(renderCsv(reportOf(70, { by: 'channel' }))).map((row) => row['key'])).toEqual(['telegram', 'web']);
    expect(readCsv(renderCsv(reportOf(0, { by: 'channel' })))).toEqual([]);
  });

  it('has the same columns whatever was measured', () => {
    const names = (count: number) => renderCsv(reportOf(count)).split('\r\n')[0];
    expect(names(0)).toBe(names(140));
    expect(renderCsv(reportOf(0, { by: 'owner' })).split('\r\n')[0]).toBe(names(140));
  });

  it('leaves a cell empty where nothing was measured, and says why', () => {
    const [row = {}] = readCsv(renderCsv(reportOf(0)));
    expect(row).toMatchObject({ 'goodExperience.kind': 'no_data', 'goodExperience.value': '', 'resolution.low': '' });
    const [few = {}] = readCsv(renderCsv(reportOf(7)));
    expect(few).toMatchObject({
      'goodExperience.kind': 'too_few',
      'goodExperience.value': '',
      'goodExperience.n': '5',
    });
  });

  it('quotes what needs it, and lets no spreadsheet run what an address said', () => {
    const report = { ...reportOf(70, { by: 'channel' }) };
    const groups = report.groups.map((group) => ({ ...group, key: '=HYPERLINK("x")', label: 'a, "b"\nc' }));
    const [row = {}] = readCsv(renderCsv({ ...report, groups }));
    expect(row['key']).toBe(`'=HYPERLINK("x")`);
    expect(row['label']).toBe('a, "b"\nc');
  });
});
