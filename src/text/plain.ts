// Links first, so that their text is kept and their address is not; then marks that only print something differently.
const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/!\[[^\]\n]{0,300}\]\([^)\s]{0,2000}\)/g, ''],
  [/\[([^\]\n]{1,300})\]\([^)\s]{0,2000}(?: "[^"\n]{0,200}")?\)/g, '$1'],
  [/\[([^\]\n]{1,300})\]\[[^\]\n]{0,80}\]/g, '$1'],
  [/<(https?:\/\/[^>\s]{1,2000})>/g, ''],
  [/<\/?[a-z][^<>\n]{0,300}>/gi, ''],
  [/(\*\*\*|\*\*|___|__)(?=\S)([^\n]{1,600}?\S)\1/g, '$2'],
  [/(^|[\s(“"])[*_](?=[^\s*_])([^\n*_]{1,300}[^\s*_]|[^\s*_])[*_](?=[\s.,;:!?)”"]|$)/gm, '$1$2'],
  [/`{1,3}([^`\n]{1,300})`{1,3}/g, '$1'],
  [/^[ \t]{0,3}#{1,6}[ \t]+/gm, ''],
  [/^[ \t]{0,3}(?:>[ \t]?)+/gm, ''],
  [/&amp;/g, '&'],
  [/&(?:nbsp|#160);/g, ' '],
  [/&(?:quot|#34);/g, '"'],
  [/&(?:#39|apos);/g, '’'],
]

const LATEX: readonly (readonly [RegExp, string])[] = [
  [
    /\\(?:text(?:bf|it|tt|sc|rm|sf|up)?|emph|math(?:bf|rm|cal|bb|it|tt|sf)|underline|operatorname)\s?\{([^{}]{0,200})\}/g,
    '$1',
  ],
  [/\\url\{[^{}]{0,300}\}/g, ''],
  [/\\href\{[^{}]{0,300}\}\{([^{}]{0,300})\}/g, '$1'],
  [/\$(?=\S)([^$\n]{1,120})(?<=\S)\$(?!\d)/g, '$1'],
  [/\\(?:times|cdot)(?![a-z])/g, '×'],
  [/\\(?:sim|approx)(?![a-z])/g, '~'],
  [/\\(?:leq?|leqslant)(?![a-z])/g, '≤'],
  [/\\(?:geq?|geqslant)(?![a-z])/g, '≥'],
  [/\\pm(?![a-z])/g, '±'],
  [/\\(?:to|rightarrow)(?![a-z])/g, '→'],
  [/\\(alpha|beta|gamma|delta|epsilon|lambda|mu|pi|sigma|tau|theta)(?![a-z])/g, '$1'],
  [/\\([%$&_#{}~])/g, '$1'],
  [/(?<=[\p{L}\d.])~(?=\p{Lu}|\d)/gu, ' '],
  [/[_^]\{([^{}]{1,40})\}/g, '$1'],
  [/\\[a-zA-Z]{2,20}\s?/g, ''],
  [/(?<=[\p{L}\d])--(?=[\p{L}\d])/gu, '–'],
  [/ --- | --(?: |$)/g, ' – '],
]

/**
 * The words of a text without the marks of Markdown, LaTeX and stray HTML: what a reader would read aloud. Link texts
 * stay, addresses inside links go. Numbers, names and punctuation are not touched; offsets do not survive.
 */
export function plain(text: string): string {
  let bare = text
  if (/[*_`[\]<#>&]/.test(bare)) for (const [mark, by] of MARKUP) bare = bare.replace(mark, by)
  if (/[\\$~]|--/.test(bare)) for (const [mark, by] of LATEX) bare = bare.replace(mark, by)
  return bare
    .replace(/(?<=\d)times(?=\d|[\s,.;)]|$)/g, '×')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ([,.;:!?])(?=\s|$)/g, '$1')
    .trim()
}
