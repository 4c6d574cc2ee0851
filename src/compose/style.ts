/** The one style sheet of a digest page: no fonts, images or scripts from anywhere; light and dark, phone, desktop and paper. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fcfbf8; --ink: #1d1b18; --soft: #66615a; --line: #e3ded4; --wash: #f3f0e9; --mark: #8a3b12;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", "Sitka Text", Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif }
@media (prefers-color-scheme: dark) { :root { --paper: #151412; --ink: #e9e5dc; --soft: #a8a196; --line: #35322c; --wash: #1f1d1a; --mark: #eda878 } }
*, *::before { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; scroll-padding-top: 1.2rem }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.08rem/1.62 var(--serif); font-kerning: normal;
  text-rendering: optimizeLegibility; overflow-wrap: break-word; hanging-punctuation: first }
.page { max-width: 41rem; margin: 0 auto; padding: 1.6rem 1.15rem 4rem }
a { color: inherit; text-decoration-color: color-mix(in srgb, var(--mark) 55%, transparent); text-decoration-thickness: .07em; text-underline-offset: .17em }
a:hover { color: var(--mark); text-decoration-color: currentColor }
sup a { color: var(--mark) }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; border-radius: 2px }
.skip { position: absolute; left: -99rem } .skip:focus { left: 1rem; top: .6rem; background: var(--paper); padding: .4rem .8rem; z-index: 2 }
header { border-bottom: 3px double var(--line); padding-bottom: 1.3rem; margin-bottom: 1.4rem }
h1 { font-size: clamp(1.7rem, 5vw, 2.3rem); line-height: 1.15; letter-spacing: -.012em; margin: 0 0 1rem; text-wrap: balance }
h1 small { display: block; font: 600 .8rem/1.4 var(--sans); letter-spacing: .14em; text-transform: uppercase; color: var(--mark); margin-bottom: .45rem }
.lede { font-size: 1.24rem; line-height: 1.5; margin: 0; text-wrap: pretty }
h2 { font-size: 1.42rem; line-height: 1.25; letter-spacing: -.006em; margin: 3.2rem 0 1rem; padding-bottom: .35rem; border-bottom: 1px solid var(--line) }
h3 { font-size: 1.2rem; line-height: 1.3; margin: 2.4rem 0 .6rem; text-wrap: balance }
p { margin: 0 0 .95rem; text-wrap: pretty }
ul, ol { margin: 0; padding: 0; list-style: none }
li + li { margin-top: .95rem }
.reading { font: .82rem/1.5 var(--sans); color: var(--soft); margin: .8rem 0 0 }
.empty { color: var(--soft); font-style: italic }
.meta, .label, .tier, .glosses, nav, table, footer, .evidence, .verb { font-family: var(--sans) }
.label { font-size: .82rem; color: var(--soft) } .label a { color: inherit; text-decoration: none } .label a:hover { text-decoration: underline }
.lead { font-weight: 650 } .lead a { color: inherit; text-decoration-color: var(--line) } .lead a:hover { text-decoration-color: currentColor }
sup { font: 600 .64em/0 var(--sans); vertical-align: baseline; position: relative; top: -.5em; margin-left: .1em; white-space: nowrap }
sup a { text-decoration: none; padding: .35em .14em }
td sup { position: static; font-size: .8rem } td sup a { display: inline-block; min-width: 1.5rem; line-height: 1.5rem; padding: 0; text-align: center }
.tier { font-size: .74rem; white-space: nowrap; color: var(--soft); border: 1px solid var(--line); border-radius: 99px; padding: .1em .6em; margin-left: .15em }
.t1 { border: 1px solid currentColor; color: var(--mark); font-weight: 700 } .t2 { border-color: currentColor } .t3 { border-style: dashed; border-color: currentColor } .t4 { border-style: dotted; border-color: currentColor }
.glosses { font-size: .84rem; line-height: 1.5; color: var(--soft); margin: .25rem 0 .9rem }
.five li { display: grid; grid-template-columns: 3.6rem 1fr; gap: .1rem .7rem; align-items: baseline } .five li + li { margin-top: .35rem }
.verb { font-size: .74rem; font-weight: 700; letter-spacing: .08em; text-transform: uppercase; color: var(--mark) }
.dive { border-top: 1px solid var(--line); padding-top: .2rem; margin-top: 2.4rem } .dive:first-of-type { border-top: 0; margin-top: 0 }
.deck { font-size: 1.12rem; font-style: italic; line-height: 1.5; border-left: 3px solid var(--mark); padding-left: .9rem; margin: .2rem 0 1rem }
.meta { font-size: .84rem; line-height: 1.55; color: var(--soft); margin: 0 0 1.1rem } .meta b { color: var(--ink); font-weight: 650 }
figure.contrast { display: grid; grid-template-columns: minmax(0, 1fr) 2rem minmax(0, 1fr); gap: .6rem; margin: 1.2rem 0 }
.contrast > div { border: 1px solid var(--line); border-radius: .4rem; padding: .7rem .9rem; font-size: .96rem; line-height: 1.5 } .contrast .new { border-color: var(--mark); background: var(--wash) }
.contrast b { font: 700 .8rem var(--sans) } .contrast .old b { color: var(--soft) } .contrast .new b { color: var(--mark) } .contrast p { margin: .4rem 0 0 } .contrast svg { align-self: center; width: 100%; height: auto; color: var(--mark) }
.note { background: var(--wash); border-radius: .4rem; padding: .75rem .95rem; margin: .9rem 0; font-size: 1rem } .note b { font-family: var(--sans); font-size: .86rem }
.scroll { overflow-x: auto; margin: 1.1rem 0 1.2rem; border: 1px solid var(--line); border-radius: .4rem }
table { border-collapse: collapse; width: 100%; font-size: .85rem; line-height: 1.45; font-variant-numeric: tabular-nums lining-nums }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid var(--line) } tr:last-child > * { border-bottom: 0 }
thead th { font-size: .76rem; color: var(--soft); font-weight: 600; white-space: nowrap } td.value { font-weight: 650; white-space: nowrap }
.picture { table-layout: fixed; overflow-wrap: anywhere } .picture th[scope=row] { color: var(--mark); text-align: center } .picture li + li { margin-top: .4rem }
.picture thead th:last-child, .picture td:last-child { border-left: 0 }
.members { font-size: .95rem; margin: .2rem 0 1.4rem; border-left: 1px solid var(--line); padding-left: .9rem } .members li + li { margin-top: .3rem }
.size { font: .85rem var(--sans); color: var(--soft); font-weight: 400 }
.until { font-style: italic }
.entry { margin: 0 0 1.6rem } .entry h3 { margin: 1.4rem 0 .2rem } .entry .meta { margin-bottom: .4rem }
.means { color: var(--mark) } .means b { font-family: var(--sans); font-size: .86rem }
.evidence { font-size: .84rem; line-height: 1.5 } .evidence li { display: grid; grid-template-columns: 2.1rem 1fr } .evidence li + li { margin-top: .35rem }
.evidence li:target { background: var(--wash); outline: 2px solid var(--mark); outline-offset: 3px; border-radius: 2px }
.evidence .no { color: var(--soft); font-variant-numeric: tabular-nums } .evidence i { font-style: normal; color: var(--soft) }
footer { margin-top: 3rem; padding-top: 1.1rem; border-top: 3px double var(--line); font-size: .82rem; line-height: 1.6; color: var(--soft) } footer p { margin: 0 0 .35rem }
nav { font-size: .84rem; line-height: 1.4 } nav ol { display: flex; flex-wrap: wrap; gap: .3rem .95rem } nav li + li { margin: 0 } nav a { color: var(--soft); text-decoration: none; display: inline-block; padding: .2rem 0 } nav a:hover { color: var(--ink); text-decoration: underline }
@media (min-width: 66rem) {
  .page { max-width: 60rem; display: grid; grid-template-columns: 11.5rem minmax(0, 41rem); column-gap: 4rem; padding-top: 2.6rem }
  header, main, footer { grid-column: 2 } nav { grid-column: 1; grid-row: 1 / span 3 }
  nav ol { position: sticky; top: 2.6rem; display: block; border-top: 2px solid var(--mark); padding-top: .7rem }
}
@media (max-width: 66rem) { nav { margin-bottom: 1.4rem } }
@media (max-width: 30rem) {
  figure.contrast { grid-template-columns: minmax(0, 1fr) } .contrast svg { transform: rotate(90deg); width: 1.6rem; justify-self: center }
  body { font-size: 1.02rem } .lede { font-size: 1.12rem } li + li { margin-top: 1.05rem } th, td { padding: .45rem .55rem }
  .picture, .picture tbody, .picture tr, .picture td, .picture th[scope=row] { display: block; text-align: left } .picture thead { display: none }
  .picture td, .picture th[scope=row] { border: 0; padding: .3rem .7rem } .picture tr { border-bottom: 1px solid var(--line); padding: .4rem 0 } .picture td::before { content: attr(data-side); display: block; color: var(--soft); font-size: .74rem }
}
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --line: #999; --wash: #fff; --mark: #000 }
  nav, .skip { display: none } .page { display: block; max-width: none; padding: 0 } body { font-size: 10.5pt; line-height: 1.45 }
  h2, h3, .meta, .deck { break-after: avoid } li, .note, .contrast, table { break-inside: avoid } a { text-decoration: none } .scroll { overflow: visible }
  .evidence a[href^="http"]::after { content: " " attr(href); font-size: .8em; overflow-wrap: anywhere }
}`
