/** How the page of the report looks: in the light, in the dark and on paper. Every pair of text and ground has a contrast of 4.5 at least. */
export const pageStyle = `
:root { color-scheme: light dark; --ground: #f5f6f8; --card: #ffffff; --ink: #17202b; --soft: #566170; --line: #d8dde4; --track: #e4e8ed; --plain: #3f6fb5; --good: #1f7a4d; --fair: #9a6a00; --bad: #b3323f; --link: #0b57b0; }
@media (prefers-color-scheme: dark) { :root { --ground: #10151c; --card: #1a222d; --ink: #e8edf3; --soft: #a6b2c0; --line: #303b49; --track: #2a3441; --plain: #86aef2; --good: #6fd0a0; --fair: #e6b955; --bad: #ff8f9a; --link: #86b9ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; }
header, main, footer { max-width: 1080px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 36px; }
h1 { margin: 0; font-size: 28px; letter-spacing: -0.015em; line-height: 1.2; }
header p { margin: 4px 0 0; color: var(--soft); }
header .period { color: var(--ink); font-size: 17px; }
.tiles { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 14px; margin: 22px 0; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 18px 20px; margin: 0 0 16px; }
.tile { margin: 0; padding: 16px 18px; display: flex; flex-direction: column; gap: 6px; }
.tile h2 { font-size: 14px; font-weight: 600; color: var(--soft); }
.tile p { margin: 0; font-size: 13.5px; color: var(--soft); }
.tile .figure { font-size: 24px; line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; color: var(--ink); font-variant-numeric: tabular-nums; }
h2 { margin: 0; font-size: 18px; letter-spacing: -0.005em; }
.about { margin: 2px 0 10px; color: var(--soft); max-width: 72ch; }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 3px solid var(--link); outline-offset: 4px; border-radius: 6px; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 7px 14px 7px 0; text-align: left; vertical-align: middle; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--soft); font-weight: 500; font-size: 13px; vertical-align: bottom; }
tbody th { font-weight: 500; }
th:last-child, td:last-child { padding-right: 0; }
.n { text-align: right; white-space: nowrap; }
code { font: 13px/1.5 ui-monospace, "Cascadia Code", Menlo, monospace; color: var(--soft); overflow-wrap: anywhere; }
.where { display: inline-block; min-width: 15em; }
.bar { display: block; width: 100%; min-width: 110px; height: 10px; }
.track { fill: var(--track); }
.span { fill: var(--tone); opacity: 0.5; }
.middle, .fill { fill: var(--tone); }
.plain { --tone: var(--plain); } .good { --tone: var(--good); } .fair { --tone: var(--fair); } .bad { --tone: var(--bad); }
dl { display: grid; grid-template-columns: minmax(130px, max-content) minmax(0, 1fr); gap: 6px 20px; margin: 8px 0 0; }
dt { font-weight: 600; }
dd { margin: 0; color: var(--soft); max-width: 78ch; }
footer { padding: 4px 24px 40px; color: var(--soft); font-size: 13px; }
@media (max-width: 760px) { header, main, footer { padding-left: 16px; padding-right: 16px; } .tiles { grid-template-columns: minmax(0, 1fr); } dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: 10px; } h1 { font-size: 24px; } section { padding: 16px; } }
@media (min-width: 761px) and (max-width: 980px) { .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
@media print { :root { color-scheme: light; --ground: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --track: #e4e8ed; --plain: #3f6fb5; --good: #1f7a4d; --fair: #9a6a00; --bad: #b3323f; }
  body { font-size: 11pt; } header, main, footer { max-width: none; padding: 0; } section { break-inside: avoid; border-radius: 0; padding: 10pt; } .tiles { gap: 6pt; } .wide { overflow: visible; } .bar rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
