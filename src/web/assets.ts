import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'

/** A file that pages load: its address carries its hash, so that a browser may keep it for ever. */
export type Asset = {
  readonly path: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer>
}

const asset = (name: string, type: string, bytes: Uint8Array<ArrayBuffer>): Asset => {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const [stem, ending] = name.split('.')
  const gzip = new Uint8Array(gzipSync(bytes, { level: 9 }))
  return { path: `/assets/${stem}.${hash}.${ending}`, type, bytes, gzip }
}
const own = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))

const FONTS = createRequire(import.meta.url).resolve('@fontsource-variable/source-serif-4/package.json')
const font = (style: 'normal' | 'italic') => {
  const file = new URL(`./files/source-serif-4-latin-wght-${style}.woff2`, `file://${FONTS}`)
  return asset(`serif-${style}.woff2`, 'font/woff2', new Uint8Array(readFileSync(file)))
}
export const SERIF = font('normal')
const SERIF_ITALIC = font('italic')

const style = own('house.css')
  .replace('serif-normal.woff2', SERIF.path)
  .replace('serif-italic.woff2', SERIF_ITALIC.path)
export const STYLE = asset('house.css', 'text/css; charset=utf-8', bytesOf(style))
export const SCRIPT = asset('house.js', 'text/javascript; charset=utf-8', bytesOf(own('house.js')))
export const ICON = asset('icon.svg', 'image/svg+xml', bytesOf(own('icon.svg')))

// Drawn from the one above (scripts/icons.js): iOS takes no SVG, and where a device cuts the shape the colour goes to the edge.
const picture = (name: string) =>
  asset(name, 'image/png', new Uint8Array(readFileSync(new URL(`./assets/${name}`, import.meta.url))))
const [SMALL, LARGE, UNCUT] = [
  picture('icon-192.png'),
  picture('icon-512.png'),
  picture('icon-maskable-512.png'),
]
export const TOUCH_ICON = picture('icon-apple-180.png')

/** Everything that pages load, by its address. */
export const ASSETS: ReadonlyMap<string, Asset> = new Map(
  [STYLE, SCRIPT, ICON, SMALL, LARGE, UNCUT, TOUCH_ICON, SERIF, SERIF_ITALIC].map((one) => [one.path, one]),
)

/** The worker that keeps the last editions: it changes, and so takes over, with anything that pages are dressed in. */
export function workerText(version: string): string {
  // Browsers keep the pictures of an installed house themselves.
  const shell = [...ASSETS.values()].filter(({ type }) => type !== 'image/png').map(({ path }) => path)
  const text = own('worker.js')
  const mark = createHash('sha256')
    .update(`${version} ${shell.join(' ')} ${text}`)
    .digest('hex')
    .slice(0, 12)
  return `const VERSION = '${mark}'\nconst SHELL = ${JSON.stringify(shell)}\n${text}`
}

/** What a browser needs to install the house as an application. */
export const MANIFEST = JSON.stringify({
  id: '/',
  name: 'Bellwether',
  short_name: 'Bellwether',
  description: 'What moved in AI, with its evidence',
  start_url: '/',
  scope: '/',
  display: 'minimal-ui',
  background_color: '#fcfbf8',
  theme_color: '#8a3b12',
  icons: [
    { src: ICON.path, sizes: 'any', type: ICON.type },
    { src: SMALL.path, sizes: '192x192', type: SMALL.type },
    { src: LARGE.path, sizes: '512x512', type: LARGE.type },
    { src: UNCUT.path, sizes: '512x512', type: UNCUT.type, purpose: 'maskable' },
  ],
})
