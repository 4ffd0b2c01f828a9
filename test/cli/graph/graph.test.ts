import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialogGraph } from '../../../src/cli/graph/dialog-graph.ts';
import { layOut } from '../../../src/cli/graph/layout.ts';
import { mermaid } from '../../../src/cli/graph/mermaid.ts';
import { compileBot } from '../../../src/dialogs/compile/compile-bot.ts';
import { dialogWith, vocabulary } from '../../dialogs/compile/vocabulary.ts';
import { launchChromium } from '../../setup/chromium/launch-chromium.ts';
import { root, touchpoint } from '../serving.ts';

function graphOf(steps: string) {
  const { draft } = compileBot([{ path: 'dialogs/refund.yaml', text: dialogWith(steps) }], vocabulary);
  const dialog = draft.dialogs.get('refund');
  if (!dialog) throw new Error('There is no such dialog.');
  return dialogGraph(dialog);
}

const whole = `goal: { name: money }
slots:
  number: { type: text, ask: Which?, otherwise: { handoff: billing } }
steps:
  - id: which
    ask: number
  - do: orders.exists
    failed: { say: It broke. }
  - confirm: Go on?
    no: { goto: which }
  - choose: { text: How?, options: [{ title: Fast, steps: { goal: reached } }, { title: Slow }] }
  - call: on.help
`;

describe('the graph of a dialog', () => {
  it('has every step with its place, and every way with its reason', () => {
    const { nodes, edges, intents, goal } = graphOf(whole);
    expect({ intents, goal }).toEqual({ intents: ['refund.request'], goal: 'money' });
    expect(nodes.map(({ kind, text, place }) => `${kind} ${text} ${place.split(':')[1]}`)).toEqual([
      'start refund.request 1',
      'ask number 8',
      'do orders.exists 10',
      'say It broke. 11',
      'confirm Go on? 12',
      'goto which 13',
      'choose How? 14',
      'goal reached 14',
      'call on.help 15',
      'handoff billing 6',
      'finish end 1',
    ]);
    const texts = new Map(nodes.map(({ key, kind }) => [key, kind]));
    expect(edges.map(({ from, to, label }) => `${texts.get(from)} → ${texts.get(to)} ${label}`.trim())).toEqual([
      'start → ask',
      'ask → do',
      'ask → handoff not answered',
      'do → confirm',
      'do → say failed',
      'say → confirm',
      'confirm → choose yes',
      'confirm → goto no',
      'goto → ask',
      'choose → goal Fast',
      'choose → call Slow',
      'goal → call',
      'call → finish',
    ]);
  });

  it('is laid out from top to bottom, the way everything goes well along the left, and no two steps in one place', () => {
    const graph = graphOf(whole);
    const { places, layers } = layOut(graph);
    const at = (kind: string) => places.get(graph.nodes.find((node) => node.kind === kind)?.key ?? '');
    expect(['start', 'ask', 'do'].map((kind) => [at(kind)?.layer, at(kind)?.x])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
    expect(at('handoff')).toMatchObject({ layer: 2, x: 1 });
    expect(new Set([...places.values()].map(({ layer, x }) => `${layer} ${x}`)).size).toBe(graph.nodes.length);
    expect(Math.max(...[...places.values()].map(({ layer }) => layer)) + 1).toBe(layers);
  });

  it('as Mermaid keeps every sign of a text from being taken for syntax', () => {
    const text = mermaid([graphOf('steps:\n  - say: "Is \\"{turn}\\" <b>|#1; & more?"\n')]);
    expect(text).toContain('subgraph d0 ["refund"]');
    expect(text).toContain('"say: Is #34;#123;turn#125;#34; #60;b#62;#124;#35;1; #38; more?"');
    expect(text).toMatch(/d0n0 --> d0n1/);
  });
});

describe('touchpoint check --graph', () => {
  let folder: string;
  let browser: Browser;
  let page: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchpoint-graph-'));
    page = join(folder, 'dialogs.html');
    const { code, err } = await touchpoint(['check', '--graph', '--html', page, '--bot', root]);
    expect([code, err]).toEqual([0, '']);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(scheme: 'light' | 'dark', width = 1400): Promise<Page> {
    const context = await browser.newContext({
      colorScheme: scheme,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    const opened = await context.newPage();
    await opened.goto(pathToFileURL(page).href);
    return opened;
  }

  it('prints Mermaid', async () => {
    const { code, out } = await touchpoint(['check', '--graph', '--bot', join(root, 'template')]);
    expect(code).toBe(0);
    expect(out).toMatch(/^flowchart TD\n {2}subgraph d0 \["book-table"\]/);
  });

  it('writes one page that needs nothing from elsewhere', async () => {
    const text = await readFile(page, 'utf8');
    expect(text).not.toMatch(/<script|<link|src=|https?:\/\//);
  });

  it.each(['light', 'dark'] as const)('draws a page in which axe finds nothing, when it is %s', async (scheme) => {
    const opened = await open(scheme);
    await opened.evaluate(axe.source);
    const found = await opened.evaluate(
      'axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => id + " " + html)))',
    );
    expect(found).toEqual([]);
    await opened.context().close();
  });

  it('leads with the keyboard from a step to its line, and marks it', async () => {
    const opened = await open('light');
    const step = opened.getByRole('link', { name: /^do orders.cancellable, dialogs\/cancel-order\.yaml:\d+/ });
    await step.focus();
    await opened.keyboard.press('Enter');
    const target = opened.locator('li:target');
    expect(await target.innerText()).toContain('do: orders.cancellable');
    const ground = await opened.evaluate('getComputedStyle(document.querySelector("li:target")).backgroundColor');
    expect(ground).not.toBe('rgba(0, 0, 0, 0)');
    await opened.context().close();
  });

  it('every link leads to something on the page, and on a phone nothing is wider than the screen', async () => {
    const opened = await open('light', 390);
    const lost = await opened.evaluate(
      '[...document.querySelectorAll("a")].map((a) => a.getAttribute("href")).filter((href) => !document.getElementById(href.slice(1)))',
    );
    expect(lost).toEqual([]);
    expect(await opened.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await opened.context().close();
  });
});
