/** What this page adds to the look of the report's. */
export const evalStyle = `
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); gap: 0 16px; }
.chart { display: block; width: 100%; height: auto; max-width: 560px; }
.grid { stroke: var(--line); }
.tick { fill: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; }
.tick.end { text-anchor: end; } .tick.middle { text-anchor: middle; fill: var(--soft); }
.way { fill: none; stroke: var(--plain); stroke-width: 2; }
.dot { fill: var(--plain); }
.whisker { stroke: var(--plain); stroke-width: 2; opacity: 0.55; }
.truth { stroke: var(--soft); stroke-dasharray: 4 4; }
.soft { color: var(--soft); font-weight: 400; }
section ul { margin: 0; padding-left: 1.2em; }
section li { overflow-wrap: anywhere; }
.cards { list-style: none; margin: 0; padding: 0; columns: 2 340px; column-gap: 28px; }
.cards > li { break-inside: avoid; padding: 8px 0; border-top: 1px solid var(--line); }
h3 { margin: 0; font-size: 14.5px; font-weight: 600; }
h3 b { font-variant-numeric: tabular-nums; }
.cards ul { color: var(--soft); font-size: 13.5px; }
td .bar { min-width: 90px; }
`;
