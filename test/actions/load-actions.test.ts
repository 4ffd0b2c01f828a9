import { expect, test } from 'vitest';
import { loadActions } from '../../src/actions/load-actions.ts';
test('x', async () => { const r = await loadActions(process.cwd(), { services: { shop: { url: 'http://127.0.0.1:9' } }, environment: {} }); console.log(r.specs.size, r.problems); });
