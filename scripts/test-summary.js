/**
 * Prints what a test run came to, from Vitest's JSON report, as one line: `N passed, N failed, N skipped`. Ends with 1 when a test failed or was
 * skipped, or when none ran: a suite that silently shrinks is not green.
 */
import { existsSync, readFileSync } from 'node:fs';

const file = process.argv[2] ?? '.cache/test-results.json';
const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [], success: false };

// A file that could not be loaded has no tests to fail, yet it has failed.
const unloaded = report.testResults.filter(
  (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
).length;
const statuses = report.testResults.flatMap((suite) => suite.assertionResults.map((test) => test.status));
const passed = statuses.filter((status) => status === 'passed').length;
const failed = statuses.filter((status) => status === 'failed').length + unloaded;
const skipped = statuses.length + unloaded - passed - failed;

console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = report.success && passed > 0 && failed === 0 && skipped === 0 ? 0 : 1;
