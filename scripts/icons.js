// `node scripts/icons.js`: draws the pictures that devices ask for from src/web/assets/icon.svg, by a chromium; run when that changes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { home } from './install.js'

const assets = join(home, 'src', 'web', 'assets')
const drawing = readFileSync(join(assets, 'icon.svg'), 'utf8')
// Where the device cuts the shape itself, colour goes to the edge and the bell keeps inside the circle that is never cut.
const uncut = drawing
  .replace(' rx="13"', '')
  .replace(/(<path.*)<\/svg>/, '<g transform="translate(32 32) scale(.86) translate(-32 -33)">$1</g></svg>')

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
for (const [name, side, svg] of [
  ['icon-192', 192, drawing],
  ['icon-512', 512, drawing],
  ['icon-maskable-512', 512, uncut],
  ['icon-apple-180', 180, uncut],
]) {
  const page = await browser.newPage({ viewport: { width: side, height: side } })
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`)
  await page.screenshot({ path: join(assets, `${name}.png`), omitBackground: true })
  await page.close()
}
await browser.close()
