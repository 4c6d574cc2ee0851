import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** A file that pages load: its address carries its hash, so that a browser may keep it for ever. */
export type Asset = {
  readonly path: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer>
}

const asset = (name: string, type: string): Asset => {
  const bytes = new Uint8Array(readFileSync(new URL(`./assets/${name}`, import.meta.url)))
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const [stem, ending] = name.split('.')
  const gzip = new Uint8Array(gzipSync(bytes, { level: 9 }))
  return { path: `/assets/${stem}.${hash}.${ending}`, type, bytes, gzip }
}

export const STYLE = asset('house.css', 'text/css; charset=utf-8')
export const SCRIPT = asset('house.js', 'text/javascript; charset=utf-8')
export const ICON = asset('icon.svg', 'image/svg+xml')

/** Everything that pages load, by its address. */
export const ASSETS: ReadonlyMap<string, Asset> = new Map([STYLE, SCRIPT, ICON].map((one) => [one.path, one]))

/** What a browser needs to install the house as an application. */
export const MANIFEST = JSON.stringify({
  name: 'Bellwether',
  short_name: 'Bellwether',
  start_url: '/',
  display: 'minimal-ui',
  background_color: '#fcfbf8',
  theme_color: '#8a3b12',
  icons: [{ src: ICON.path, sizes: 'any', type: 'image/svg+xml' }],
})
