type Rule = { readonly allow: boolean; readonly path: string }
type Group = { readonly agents: string[]; readonly rules: Rule[] }

const LONGEST = 500 * 1024
const LINE = /^[ \t]*([^: \t][^:]{0,40}?)[ \t]*(?::|[ \t])[ \t]*(.*)$/

/**
 * Whether a robots.txt lets a robot fetch an address, as RFC 9309 has it: the groups that name the robot's product
 * count together, else those of `*`; the rule with the longest path wins, and allow wins a tie. `userAgent` is a product
 * token or a header that begins with one; `url` is escaped as it will be asked for. Reads 500 KiB.
 */
export function isAllowed({
  robotsTxt,
  userAgent,
  url,
}: {
  robotsTxt: string
  userAgent: string
  url: string
}): boolean {
  const path = pathOf(url)
  const groups = groupsOf(robotsTxt)
  // A name that is no token by the RFC matches no group but `*`.
  const product = /^[A-Za-z_-]+(?=$|\/)/.exec(userAgent)?.[0]?.toLowerCase() ?? ''
  const named =
    product === '' ? [] : groups.filter((group) => group.agents.some((agent) => productOf(agent) === product))
  const meant = named.length > 0 ? named : groups.filter((group) => group.agents.some(isEveryone))
  let best = -1
  let allowed = true
  for (const { allow, path: pattern } of meant.flatMap((group) => group.rules)) {
    if (pattern === '' || pattern.length < best || !matches(path, pattern)) continue
    if (pattern.length > best || allow) allowed = allow
    best = pattern.length
  }
  return allowed
}

const productOf = (agent: string): string => /^[A-Za-z_-]+/.exec(agent)?.[0]?.toLowerCase() ?? ''
const isEveryone = (agent: string): boolean => agent === '*' || /^\*\s/.test(agent)

function groupsOf(robotsTxt: string): Group[] {
  const groups: Group[] = []
  let naming = false
  for (const raw of robotsTxt
    .slice(0, LONGEST)
    .replace(/^[\uFEFF\uFFFD]/, '')
    .split(/\r\n|\r|\n/)) {
    const line = LINE.exec(raw.replace(/#.*$/, ''))
    const field = line?.[1]?.toLowerCase().replaceAll(' ', '-')
    const value = line?.[2]?.trim() ?? ''
    if (field === undefined) continue
    if (/^user-?agent$/.test(field)) {
      if (!naming) groups.push({ agents: [], rules: [] })
      groups.at(-1)?.agents.push(value)
      naming = true
    } else if (/^dis+al+ow$/.test(field) || field === 'allow') {
      groups.at(-1)?.rules.push(...rulesOf(field === 'allow', escaped(value)))
      naming = false
    }
  }
  return groups
}

/** To allow a folder's index page is to allow the folder. */
function rulesOf(allow: boolean, path: string): Rule[] {
  const folder = /^(.*\/)index\.html?$/.exec(path)?.[1]
  return allow && folder !== undefined
    ? [
        { allow, path },
        { allow, path: `${folder}$` },
      ]
    : [{ allow, path }]
}

function pathOf(url: string): string {
  const path = /^(?:(?:[a-z][a-z\d+.-]*:)?\/\/)?[^/?;#]*([^#]*)/i.exec(url)?.[1] ?? ''
  return inCapitals(path.startsWith('/') ? path : `/${path}`)
}

const escaped = (path: string): string =>
  inCapitals(path.replace(/[^\p{ASCII}]+/gu, (letters) => encodeURI(letters.toWellFormed())))

const inCapitals = (path: string): string => path.replace(/%[\da-f]{2}/gi, (code) => code.toUpperCase())

/** `*` stands for anything, `$` at the end for the end. Linear in the length of path times pattern, never more. */
function matches(path: string, pattern: string): boolean {
  const anchored = pattern.endsWith('$')
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split('*')
  const [first = '', ...others] = pieces
  if (!path.startsWith(first)) return false
  if (others.length === 0) return !anchored || path.length === first.length
  const last = anchored ? (others.pop() ?? '') : ''
  let at = first.length
  for (const piece of others) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return !anchored || (path.length - last.length >= at && path.endsWith(last))
}
