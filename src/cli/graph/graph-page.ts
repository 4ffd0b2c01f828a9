/**
 * One page that draws every dialog of a bot beside its file: no script, nothing from elsewhere. A step is a link to its line; the line it leads to is
 * marked by the browser itself.
 */
import type { SourceFile } from '../../files/source-file.ts';
import { escapeHtml } from '../../reports/page/escape-html.ts';
import type { DialogGraph } from './dialog-graph.ts';
import { draw } from './draw.ts';
import { graphStyle } from './graph-style.ts';

export type GraphPage = {
  /** of the bot */
  readonly name: string;
  readonly graphs: readonly DialogGraph[];
  readonly files: readonly SourceFile[];
};

export function graphPage({ name, graphs, files }: GraphPage): string {
  const sections = graphs.map((graph) => section(graph, graphs, files));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Dialogs of ${escapeHtml(name)}</title>
<style>${graphStyle}</style>
</head>
<body>
<svg width="0" height="0" aria-hidden="true"><defs><marker id="tip" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path class="tip" d="M 0 1 L 9 5 L 0 9 z"/></marker></defs></svg>
<header><h1>Dialogs of ${escapeHtml(name)}</h1><p>${graphs.length} dialogs. A step leads to its line in the file.</p></header>
<div class="columns">
<nav aria-label="Dialogs"><ol>${graphs.map(entry).join('')}</ol></nav>
<main>
${sections.join('\n')}
</main>
</div>
</body>
</html>
`;
}

function entry({ dialog, about }: DialogGraph): string {
  const words = about === null ? '' : `<span>${escapeHtml(about)}</span>`;
  return `<li><a href="#${anchorOf(dialog)}">${escapeHtml(dialog)}${words}</a></li>`;
}

function section(graph: DialogGraph, graphs: readonly DialogGraph[], files: readonly SourceFile[]): string {
  const { dialog, about, place } = graph;
  const path = place.slice(0, place.lastIndexOf(':'));
  const linkOf = (at: string) => `#${anchorOf(`${dialog} ${at}`)}`;
  return `<section id="${anchorOf(dialog)}" aria-labelledby="${anchorOf(`${dialog} title`)}">
<h2 id="${anchorOf(`${dialog} title`)}">${escapeHtml(dialog)}</h2>
<p class="about">${escapeHtml(about ?? '')}</p>
<dl>${facts(graph, graphs)}</dl>
<div class="beside">
<div class="drawing" tabindex="0" role="region" aria-label="Drawing of ${escapeHtml(dialog)}">${draw(graph, linkOf)}</div>
${listing({ dialog, path, text: files.find((file) => file.path === path)?.text ?? '' })}
</div>
</section>`;
}

function facts(graph: DialogGraph, graphs: readonly DialogGraph[]): string {
  const calls = graph.nodes.flatMap(({ calls }) => calls ?? []);
  const callers = graphs.filter(({ nodes }) => nodes.some((node) => node.calls === graph.dialog));
  return [
    fact('Begins with', graph.intents.map(escapeHtml)),
    fact('Goal', graph.goal === null ? [] : [escapeHtml(graph.goal)]),
    fact('Calls', [...new Set(calls)].map(linkTo)),
    fact(
      'Called by',
      callers.map(({ dialog }) => linkTo(dialog)),
    ),
  ].join('');
}

function fact(term: string, details: readonly string[]): string {
  return details.length === 0 ? '' : `<div><dt>${term}</dt><dd>${details.join(', ')}</dd></div>`;
}

function linkTo(dialog: string): string {
  return `<a href="#${anchorOf(dialog)}">${escapeHtml(dialog)}</a>`;
}

type Listing = { readonly dialog: string; readonly path: string; readonly text: string };

/** The file, a line each that links lead to. */
function listing({ dialog, path, text }: Listing): string {
  const lines = text.trimEnd().split('\n');
  const rows = lines.map((line, n) => {
    const id = anchorOf(`${dialog} ${path}:${n + 1}`);
    return `<li id="${id}" value="${n + 1}"><code>${escapeHtml(line) || ' '}</code></li>`;
  });
  return `<figure><figcaption>${escapeHtml(path)}</figcaption><ol class="lines" tabindex="0" aria-label="Lines of ${escapeHtml(path)}">${rows.join('')}</ol></figure>`;
}

/** Letters and digits stay; every other sign becomes its number, so that no two names share an anchor. */
function anchorOf(name: string): string {
  return `a-${name.replace(/[^A-Za-z0-9]/g, (sign) => `_${sign.charCodeAt(0).toString(36)}_`)}`;
}
