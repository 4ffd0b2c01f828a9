/** Fetches the report the address asks for. */
import { fieldsIn, fieldsOf, textOf } from '../../json/fields.ts';
import { readReport } from './read-report.ts';
import type { Report } from './report.ts';

export type Loaded =
  | { readonly kind: 'loading' | 'signed-out' | 'forbidden' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'report'; readonly report: Report };

/** @param search the page's own query, passed on: the same flags as those of `touchpoint report`. Never rejects. */
export async function loadReport(search: string): Promise<Loaded> {
  try {
    const response = await fetch(`/api/cx/report${search}`, { headers: { accept: 'application/json' } });
    if (response.status === 401) return { kind: 'signed-out' };
    if (response.status === 403) return { kind: 'forbidden' };
    const body = await response.text();
    if (response.ok) return { kind: 'report', report: readReport(body) };
    return { kind: 'failed', message: textOf(fieldsOf(fieldsIn(body)['error'])['message']) };
  } catch {
    return { kind: 'failed', message: '' };
  }
}
