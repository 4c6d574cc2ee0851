/** One run of text that a page shows as a block of its own: a paragraph, a heading, a list entry, a line of code. */
export type Block = {
  readonly text: string
  /** How much of the text lies in links, 0 to 1. */
  readonly linked: number
  /** The element that holds it, to be taken away when the block is dropped. */
  readonly element: Node
}

/** The little of a DOM node that is needed here. */
export type Node = {
  readonly nodeType: number
  readonly localName?: string
  readonly textContent: string | null
  readonly childNodes: Iterable<Node>
  readonly parentNode: Node | null
  remove?(): void
}

const BLOCKS = new Set(
  'address article aside blockquote body br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
)
const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'button',
  'select',
  'textarea',
  'iframe',
])
// Captions and credits belong to a picture, not to the text.
const ASIDE = new Set(['figure', 'figcaption'])

const TEXT = 3
const ELEMENT = 1
const DEEPEST = 300

/** The blocks of a subtree in reading order; text of pictures, scripts and forms is left out. */
export function blocksOf(root: Node): Block[] {
  const blocks: Block[] = []
  let text = ''
  let linked = 0
  let element = root
  const end = (next: Node) => {
    const trimmed = text.replace(/\s+/g, ' ').trim()
    if (trimmed !== '')
      blocks.push({ text: trimmed, linked: linked / Math.max(1, text.trim().length), element })
    text = ''
    linked = 0
    element = next
  }
  const walk = (node: Node, inLink: boolean, depth: number) => {
    if (node.nodeType === TEXT) {
      const said = node.textContent ?? ''
      text += said
      if (inLink) linked += said.trim().length
    } else if (node.nodeType === ELEMENT && depth < DEEPEST) {
      const name = node.localName ?? ''
      if (UNSEEN.has(name) || ASIDE.has(name)) return
      const block = BLOCKS.has(name)
      if (block) end(name === 'br' ? element : node)
      for (const child of node.childNodes) walk(child, inLink || name === 'a', depth + 1)
      if (block) end(node.parentNode ?? root)
    }
  }
  walk(root, false, 0)
  end(root)
  return blocks
}
