"""How does a report look, on paper and on screens of every width?"""

STYLE = """\
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60em; padding: 1em; color: #000; background: #fff;
  font: 1rem/1.8 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, STSong, serif; }
h1 { font-size: 1.5em; line-height: 1.4; text-align: center; margin: 1em 0; }
h2 { font-size: 1.15em; margin: 1.5em 0 .5em; break-after: avoid; }
p { margin: 0; text-indent: 2em; }
mark { background: #ffe9a8; color: #000; }
.wide { overflow-x: auto; }
table { width: 100%; min-width: 40em; border-collapse: collapse;
  font-size: .875em; line-height: 1.3; }
th, td { border: 1px solid #000; padding: .3em; text-align: center; font-weight: normal; }
th[scope=rowgroup] { font-weight: bold; }
th[scope=row] { text-align: left; min-width: 6em; }
th[scope=row][rowspan] { min-width: 3em; }
td:not([class]) { min-width: 2.5em; font-variant-numeric: tabular-nums; }
tr { break-inside: avoid; }
@page { size: A4; margin: 20mm 18mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  table { font-size: 8.5pt; }
  .wide { overflow: visible; }
  mark { background: none; border-bottom: 1px solid #000; }
}
"""
