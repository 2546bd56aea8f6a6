"""The style of pages that a client opens: on a phone, on a desk, on paper, by day and by night."""

CLIENT_PAGE_STYLE = """\
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --card: #f5f6f8; --quiet: #555;
        --line: #8a8f98; --act: #0b4f9e; --on-act: #fff; --careful: #7a4a00; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8e8; --paper: #16181b; --card: #202328; --quiet: #b0b0b0;
          --line: #767c86; --act: #8dbdff; --on-act: #10151c; --careful: #f0c070; } }
* { box-sizing: border-box; }
[hidden], html:not(.js) .js-only { display: none; }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
       max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; }
h2, legend { font-size: 1.1rem; line-height: 1.35; font-weight: 600; margin: 0 0 .25rem; padding: 0; }
p { margin: .4rem 0; }
.quiet { color: var(--quiet); font-size: .9rem; }
.careful { color: var(--careful); font-weight: 600; }
.slots { list-style: none; margin: 1.25rem 0; padding: 0; }
.slots > li, #answer, fieldset { background: var(--card); border: 1px solid var(--line);
       border-radius: .6rem; padding: .9rem 1rem; margin: 0 0 .9rem; min-width: 0; }
.clock { display: block; font-size: 1.25rem; }
.number { color: var(--quiet); font-weight: 400; }
select, textarea, input:not([type=checkbox], [type=radio]) { font: inherit; color: inherit;
       background: var(--paper); border: 1px solid var(--line); border-radius: .4rem;
       padding: .45rem .55rem; width: 100%; }
label { display: block; margin: .7rem 0 .2rem; }
.pick { display: flex; gap: .55rem; align-items: baseline; margin: .2rem 0; padding: .15rem 0; }
.pick label { margin: 0; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 0 .8rem; }
.act { display: inline-block; font: inherit; font-weight: 600; color: var(--on-act); background: var(--act);
       cursor: pointer; border: 1px solid var(--act); border-radius: .4rem; padding: .5rem .9rem;
       margin: .4rem 0 0; text-decoration: none; }
.second { color: var(--act); background: transparent; }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --card: #fff; --quiet: #333;
          --act: #000; --careful: #000; }
  body { max-width: none; padding: 0; } .slots > li, fieldset { break-inside: avoid; }
  .act, .zone, #answer { display: none; }
}
"""
