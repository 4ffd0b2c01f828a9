/**
 * A figure of the report in a page: as people read it, and beside it, for programs, the value as the JSON has it under the same name.
 */
import type { Estimate, Rate } from '../../measurement/statistics/rate.ts';
import { amount, percent } from '../words.ts';
import { escapeHtml } from './escape-html.ts';

/** `path`: where it stands in the report, as `effort.median` */
export type Placed<T> = { readonly path: string; readonly value: T };

export function rateCell({ path, value }: Placed<Rate>): string {
  return data(path, value, percent(value));
}

export function estimateCell({ path, value }: Placed<Estimate>): string {
  return data(path, value, amount(value));
}

export function countCell({ path, value }: Placed<number>): string {
  return data(path, value, value.toLocaleString('en'));
}

function data(path: string, value: unknown, text: string): string {
  return `<data data-figure="${escapeHtml(path)}" value="${escapeHtml(JSON.stringify(value))}">${escapeHtml(text)}</data>`;
}

/** The interval of a share as a bar from 0 to 100 %; nothing where there is none. What it shows is said beside it. */
export function intervalBar(figure: Rate, tone = 'plain'): string {
  if (figure.kind !== 'rate') return '';
  const { value, low, high } = figure;
  return track(tone, [
    `<rect class="span" x="${at(low)}" y="2" width="${at(Math.max(0.004, high - low))}" height="6" rx="1.5"/>`,
    `<rect class="middle" x="${at(value - 0.004)}" y="0" width="0.8" height="10"/>`,
  ]);
}

/** A share as a filled bar. */
export function shareBar(share: number, tone = 'plain'): string {
  return track(tone, [`<rect class="fill" x="0" y="2" width="${at(share)}" height="6" rx="1.5"/>`]);
}

function track(tone: string, shapes: readonly string[]): string {
  return `<svg class="bar ${tone}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" x="0" y="2" width="100" height="6" rx="1.5"/>${shapes.join('')}</svg>`;
}

function at(share: number): string {
  return String(Math.round(10_000 * Math.min(1, Math.max(0, share))) / 100);
}
