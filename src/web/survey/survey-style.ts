/** How the page of a survey looks: the widget's colours, its letters and its rounding. Every pair of text and ground holds 4.5:1, light and dark. */
export const surveyStyle = `
:root{color-scheme:light dark;--accent:light-dark(#1b4d8f,#2f66b8);--on-accent:#fff;--paper:light-dark(#fff,#16181d);
--ground:light-dark(#f1f3f5,#0f1115);--soft:light-dark(#f1f3f5,#262a32);--softer:light-dark(#e7eaee,#30353f);--ink:light-dark(#16191f,#eef0f4);
--dim:light-dark(#5b6270,#a4abb8);--edge:light-dark(#868d9a,#6f7786);--alarm:light-dark(#b3261e,#ff9d94);--focus:light-dark(#1f5fd6,#8fb7ff);
--shade:light-dark(#10182814,#0006)}
*,::before,::after{box-sizing:border-box;margin:0}
body{min-height:100dvh;display:grid;place-items:start center;padding:clamp(0px,4vw,48px) clamp(0px,3vw,24px);background:var(--ground);color:var(--ink);
font:400 16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
main{width:100%;max-width:520px;background:var(--paper);border-radius:20px;overflow:hidden;box-shadow:0 0 0 1px var(--shade),0 10px 40px var(--shade)}
header{padding:18px 24px;background:var(--accent);color:var(--on-accent);font-weight:600;overflow-wrap:anywhere}
.in{padding:24px;display:grid;gap:24px}
h1{font-size:22px;line-height:1.25;font-weight:650;letter-spacing:-.01em}
h1+p{margin-block-start:8px;color:var(--dim)}
fieldset{border:0;padding:0;min-width:0}
legend,.label{padding:0;margin-block-end:10px;font-weight:600}
.label{display:block}
.label span{font-weight:400;color:var(--dim)}
.scale{display:flex;flex-wrap:wrap;gap:8px}
.scale label{position:relative;display:grid;place-items:center;min-width:44px;min-height:44px;padding:8px 14px;border-radius:22px;background:var(--soft);
box-shadow:inset 0 0 0 1px var(--edge);cursor:pointer;-webkit-tap-highlight-color:transparent}
.scale label:hover{background:var(--softer)}
.scale input{position:absolute;inset:0;width:100%;height:100%;opacity:0;cursor:pointer}
.scale label:has(:checked){background:var(--accent);color:var(--on-accent);box-shadow:none;font-weight:600}
.scale label:has(:focus-visible),button:focus-visible,a:focus-visible,textarea:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
textarea{display:block;width:100%;min-height:96px;padding:11px 14px;border:1px solid var(--edge);border-radius:14px;background:var(--paper);color:inherit;font:inherit;
resize:vertical}
button{justify-self:start;min-height:44px;padding:10px 26px;border:0;border-radius:22px;background:var(--accent);color:var(--on-accent);font:inherit;
font-weight:600;cursor:pointer}
a{color:light-dark(#1b4d8f,#8fb7ff);text-underline-offset:2.5px}
.alert{padding:11px 14px;border-radius:14px;box-shadow:inset 0 0 0 1px var(--alarm);color:var(--alarm)}
@media (max-width:480px){body{padding:0;background:var(--paper)}main{border-radius:0;box-shadow:none}button{width:100%}.scale{gap:8px 4px}.scale label{min-width:40px;padding-inline:12px}}
@media (forced-colors:active){.scale label:has(:checked){outline:3px solid SelectedItem}}
`;
