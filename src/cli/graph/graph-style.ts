/** How the page of graphs looks, in the light and in the dark. Every pair of text and ground has a contrast of 4.5 at least. */
export const graphStyle = `
:root { color-scheme: light dark; --ground: #f6f7f9; --card: #ffffff; --ink: #16202c; --soft: #55606e; --line: #d5dae1; --way: #7a8594; --link: #0b57b0; --mark: #fff1c2;
  --speech: #2f6fde; --question: #8a4fd3; --branch: #b26a00; --work: #0f7c8a; --call: #3d5a80; --person: #c2334d; --goal: #2b7d3c; --edge: #6b7684; }
@media (prefers-color-scheme: dark) { :root { --ground: #10151c; --card: #1a222d; --ink: #e8edf3; --soft: #a3afbd; --line: #303b49; --way: #8492a3; --link: #86b9ff; --mark: #4a3c0c;
  --speech: #7fabff; --question: #c79bff; --branch: #f0b357; --work: #58c8d6; --call: #9db8dc; --person: #ff8a9c; --goal: #7fd493; --edge: #a3afbd; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, "Noto Sans", sans-serif; }
body > svg { position: absolute; }
a { color: var(--link); text-underline-offset: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 6px; }
header { padding: 28px 32px 12px; }
h1 { margin: 0; font-size: 26px; letter-spacing: -0.01em; }
header p, .about { margin: 2px 0 0; color: var(--soft); }
.columns { display: grid; grid-template-columns: 250px minmax(0, 1fr); gap: 24px; padding: 12px 32px 64px; }
nav { position: sticky; top: 12px; align-self: start; max-height: calc(100vh - 24px); overflow: auto; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: 6px 10px; border-radius: 8px; text-decoration: none; font-weight: 600; }
nav a:hover { background: var(--card); }
nav span { display: block; color: var(--soft); font-weight: 400; font-size: 13px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 20px 22px; margin-bottom: 24px; scroll-margin-top: 12px; }
h2 { margin: 0; font-size: 19px; }
dl { display: flex; flex-wrap: wrap; gap: 4px 28px; margin: 10px 0 14px; }
dl div { display: flex; gap: 8px; }
dt { color: var(--soft); }
dd { margin: 0; }
.beside { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 18px; align-items: start; }
.drawing { overflow: auto; max-height: 86vh; border: 1px solid var(--line); border-radius: 10px; background: var(--ground); }
.graph { display: block; margin: 0 auto; }
figure { margin: 0; position: sticky; top: 12px; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
figcaption { padding: 6px 12px; font-size: 13px; color: var(--soft); border-bottom: 1px solid var(--line); }
.lines { margin: 0; padding: 8px 0; overflow: auto; max-height: calc(86vh - 34px); font: 12.5px/1.55 ui-monospace, "Cascadia Code", Menlo, monospace; list-style: none; }
.lines li { display: flex; padding-right: 12px; scroll-margin: 30vh 0; }
.lines li::before { content: attr(value); flex: none; width: 44px; padding-right: 12px; text-align: right; color: var(--soft); }
.lines code { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; min-width: 0; }
.lines li:target { background: var(--mark); }
.way { fill: none; stroke: var(--way); stroke-width: 1.6; }
.tip { fill: var(--way); }
.node { text-decoration: none; outline: none; }
.card { fill: var(--card); stroke: var(--line); stroke-width: 1.2; }
.node:hover .card { stroke: var(--link); }
.node:focus-visible .card { stroke: var(--link); stroke-width: 3; }
.kind { fill: var(--tint); font-size: 11.5px; font-weight: 700; letter-spacing: 0.04em; }
.words { fill: var(--ink); font-size: 13px; }
.mark { fill: var(--tint); }
.label rect { fill: var(--ground); stroke: var(--line); }
.label text { fill: var(--soft); font-size: 12px; }
.speech { --tint: var(--speech); } .question { --tint: var(--question); } .branch { --tint: var(--branch); } .work { --tint: var(--work); }
.call { --tint: var(--call); } .person { --tint: var(--person); } .goal { --tint: var(--goal); } .edge { --tint: var(--edge); }
@media (max-width: 1000px) { .columns, .beside { grid-template-columns: minmax(0, 1fr); } nav, figure { position: static; } nav { max-height: none; } .columns { padding: 12px; } header { padding: 20px 12px 8px; } section { padding: 14px; } }
@media print { nav { display: none; } .columns, .beside { display: block; } .drawing, .lines { max-height: none; overflow: visible; } }
`;
