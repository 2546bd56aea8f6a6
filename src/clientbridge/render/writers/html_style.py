"""The style of every HTML page: on a desk, on a phone, on paper, by day and by night."""

STYLE = """\
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --quiet: #555; --line: #ddd;
        --good: #14612f; --careful: #7a4a00; --bad: #9b1c1c; --link: #0b4f9e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8e8; --paper: #16181b; --quiet: #a8a8a8; --line: #3a3d42;
          --good: #7fd39c; --careful: #f0c070; --bad: #ff9a9a; --link: #8dbdff; } }
body { font: 11pt/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper);
       max-width: 48rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 .75rem; } h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
h1 small, h2 small { font-weight: normal; color: var(--quiet); }
p { margin: .5rem 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .2rem .75rem .2rem 0; }
thead th { color: var(--quiet); font-weight: normal; border-bottom: 1px solid var(--line); }
.facts th { font-weight: normal; color: var(--quiet); white-space: nowrap; width: 1%; }
.strong { font-weight: 600; } .quiet { color: var(--quiet); } .good { color: var(--good); }
.careful { color: var(--careful); } .bad { color: var(--bad); font-weight: 600; }
.right { text-align: right; }
pre { font-family: ui-monospace, Menlo, Consolas, monospace; line-height: 1.35; white-space: pre;
      font-size: min(.85rem, calc((100vw - 2.5rem) / var(--columns) / .62)); }
code { font-size: .95em; }
a { color: var(--link); }
.references { font-size: .9rem; padding-left: 1.2rem; } .references li { margin: .25rem 0; }
footer { color: var(--quiet); font-size: .85rem; margin: 1.5rem 0 1rem; }
@media (max-width: 34rem) {
  body { margin: 1rem auto; }
  thead { display: none; }
  table, tbody, tr, td, .facts th { display: block; width: auto; white-space: normal; }
  th, td { padding: 0; }
  tr { padding: .4rem 0; border-bottom: 1px solid var(--line); }
  .facts th:empty { display: none; }
  .facts tr:has(th:empty) { margin-top: -.4rem; }
  .right { text-align: left; }
  td:not(:empty):not([data-column=""])::before { content: attr(data-column) " "; color: var(--quiet); }
}
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --quiet: #444; --line: #bbb;
          --good: #000; --careful: #000; --bad: #000; --link: #000; }
  body { margin: 0; max-width: none; font-size: 9.5pt; }
  h2 { break-after: avoid; } tr, pre { break-inside: avoid; }
  .next, .references, h2:has(+ .references) { display: none; }
}
"""
