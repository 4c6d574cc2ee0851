// The one script of the house. Every page works without it; with it there are keys, evidence beside the sentence,
// acts without a reload, and the River live.

const $ = (selector, within = document) => within.querySelector(selector)
const all = (selector, within = document) => [...within.querySelectorAll(selector)]
const make = (name, text, attributes = {}) => {
  const element = document.createElement(name)
  element.textContent = text
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

// What is said in passing
let toastEnds
function say(text, undo) {
  $('.toast')?.remove()
  const toast = make('div', text, { class: 'toast', role: 'status' })
  if (undo) {
    const button = make('button', 'Undo', { class: 'plain', type: 'button' })
    button.addEventListener('click', () => act(`undo ${undo}`))
    toast.append(' ', button)
  }
  document.body.append(toast)
  clearTimeout(toastEnds)
  toastEnds = setTimeout(() => toast.remove(), 8000)
}

// Acts: the same form that works without a script, sent from here and answered in place.
async function act(deed, button) {
  const form = button?.form ?? $('form.acting')
  if (!form) return
  const body = new URLSearchParams({ token: form.elements.token.value, do: deed })
  try {
    const answer = await fetch('/acts', { method: 'POST', body, headers: { accept: 'application/json' } })
    const { said, undo, pressed, error } = await answer.json()
    if (!answer.ok) return say(error ?? 'That did not work. Reload the page and try again.')
    say(said, undo)
    if (button && pressed !== undefined) settle(button, deed.split(' ')[0], pressed)
    else if (deed.startsWith('undo ')) location.reload()
  } catch {
    say('The house does not answer. Is it still running? Nothing was lost.')
  }
}

const CONTRARY = { more: 'less', less: 'more', pin: 'drop', drop: 'pin' }
function settle(button, verb, pressed) {
  button.setAttribute('aria-pressed', pressed)
  $(`button[value^="${CONTRARY[verb]} "]`, button.parentElement)?.setAttribute('aria-pressed', 'false')
  if (verb === 'read') button.closest('.row')?.classList.toggle('is-read', pressed)
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('form.acting button[name=do]')
  if (!button?.dataset.quiet) return
  event.preventDefault()
  act(button.value, button)
})

// The last editions stay readable where the house cannot be reached. Browsers allow this only on this machine or over https.
navigator.serviceWorker?.register('/worker.js').catch(() => {})

// On a phone the navigation is a strip: the place one is at comes into sight.
const rail = $('.rail')
const place = $('.rail [aria-current]')
if (rail && place) rail.scrollLeft = place.offsetLeft - rail.clientWidth / 2

// So does the newest end of a chart that is wider than the screen.
all('[data-newest]').forEach((chart) => {
  chart.parentElement.scrollLeft = chart.clientWidth
})

// Evidence beside the sentence
const shell = $('.beside-shell')
const kept = new Map()
let shown = null
async function beside(link) {
  if (!shell || shown === link) return
  shown?.classList.remove('is-open')
  shown = link
  link.classList.add('is-open')
  const address = `${link.dataset.beside}${link.dataset.beside.includes('?') ? '&' : '?'}part=1`
  try {
    if (!kept.has(address)) {
      const answer = await fetch(address)
      if (!answer.ok) throw new Error(String(answer.status))
      kept.set(address, await answer.text())
    }
    if (shown !== link) return
    const close = make('button', 'Close', { class: 'plain', type: 'button' })
    close.addEventListener('click', closeBeside)
    const holder = document.createElement('div')
    // Made by the house, which escapes whatever a source has said.
    holder.innerHTML = kept.get(address)
    shell.replaceChildren(close, holder)
    shell.classList.add('is-open')
  } catch {
    // Offline the place in the source is not kept, but the list of evidence on the page is.
    const number = link.textContent
    if (document.getElementById(`e${number}`)) location.hash = `e${number}`
    else location.href = link.dataset.beside
  }
}
function closeBeside() {
  shell?.classList.remove('is-open')
  shown?.classList.remove('is-open')
  shown?.focus()
  shown = null
}
if (shell) {
  const wide = matchMedia('(min-width: 78rem)')
  let waits
  document.addEventListener('click', (event) => {
    const link = event.target.closest('[data-beside]')
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    beside(link)
  })
  document.addEventListener('mouseover', (event) => {
    const link = event.target.closest('[data-beside]')
    clearTimeout(waits)
    if (link && wide.matches) waits = setTimeout(() => beside(link), 120)
  })
}

// Keys
const GO = {
  t: '/',
  r: '/river',
  m: '/movers',
  n: '/trends',
  a: '/atlas',
  h: '/threads',
  d: '/predictions',
  w: '/wiki',
  e: '/editions',
  s: '/sources',
  l: '/alerts',
  p: '/profile',
  x: '/settings',
  b: '/lab',
  k: '/ask',
  f: '/search',
}
const rows = () => all('[data-row]')
let here = -1
let going = false

function move(by) {
  const list = rows()
  if (list.length === 0) return
  list[here]?.classList.remove('is-here')
  here = Math.max(0, Math.min(list.length - 1, here + by))
  const row = list[here]
  row.classList.add('is-here')
  const target = $('h3 a, a', row)
  target?.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'nearest' })
}
const row = () => rows()[here]
const press = (verb) => {
  const button = row() && $(`button[value^="${verb} "]`, row())
  if (button) button.click()
  else say(row() ? 'There is nothing to mark here.' : 'Choose a story first, with j and k.')
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  o: () => row() && $('h3 a, a', row())?.click(),
  v: () => {
    const link = row() && $('[data-source]', row())
    if (link) open(link.href, '_blank', 'noopener')
  },
  m: () => press('read'),
  f: () => press('more'),
  s: () => {
    const marks = row() ? all('[data-beside]', row()) : all('[data-beside]')
    const next = marks[marks.indexOf(shown) + 1] ?? marks[0]
    if (next) beside(next)
    else if (row()) {
      const reasons = $('details', row())
      if (reasons) reasons.open = !reasons.open
    }
  },
  '/': () => $('input[type=search]')?.focus(),
  '?': () => $('#keys')?.showModal(),
  g: () => {
    going = true
    setTimeout(() => {
      going = false
    }, 1500)
  },
  Escape: closeBeside,
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (event.target.closest('input, textarea, select, dialog')) {
    if (event.key === 'Escape' && !event.target.closest('dialog')) event.target.blur()
    return
  }
  if (going && GO[event.key]) {
    going = false
    location.href = GO[event.key]
    return
  }
  const deed = KEYS[event.key]
  if (!deed) return
  if (event.key !== 'Escape') event.preventDefault()
  deed()
})
$('#keys button')?.addEventListener('click', () => $('#keys').close())
all('[data-opens-keys]').forEach((link) => {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    $('#keys').showModal()
  })
})

// The River, live: what comes in stands in a box that keeps its height, so that nothing a reader looks at moves.
const justIn = $('#just-in')
if (justIn) {
  const live = new EventSource('/river/live')
  let fresh = 0
  live.addEventListener('story', (event) => {
    const story = JSON.parse(event.data)
    const line = make('li', '')
    line.append(make('span', story.time, { class: 'num soft' }), make('span', story.score, { class: 'num' }))
    line.append(make('a', story.title, { href: story.path }))
    justIn.prepend(line)
    while (justIn.children.length > 3) justIn.lastElementChild.remove()
    fresh += 1
    $('#just-in-count').textContent = `${fresh} new or grown since you opened this page`
    $('#just-in-again').hidden = false
  })
  addEventListener('pagehide', () => live.close())
}

// A form that shows what it would do asks before what was typed is lost.
const keeps = $('form.keep')
if (keeps) {
  let touched = false
  keeps.addEventListener('input', () => {
    touched = true
  })
  keeps.addEventListener('submit', () => {
    touched = false
  })
  addEventListener('beforeunload', (event) => {
    if (touched) event.preventDefault()
  })
}

// A stretch of a chart: dragging over it asks for the same page with these bins only.
all('[data-brush]').forEach((chart) => {
  const { brush, first, last, left, right } = chart.dataset
  const binAt = (event) => {
    const box = chart.getBoundingClientRect()
    const share = ((event.clientX - box.left) / box.width - left) / (right - left)
    return Math.round(+first + Math.max(0, Math.min(1, share)) * (last - first))
  }
  let from = null
  chart.addEventListener('pointerdown', (event) => {
    from = binAt(event)
  })
  addEventListener('pointerup', (event) => {
    if (from === null) return
    const [low, high] = [from, binAt(event)].sort((a, b) => a - b)
    from = null
    if (high > low) location.href = `${brush}${brush.includes('?') ? '&' : '?'}bins=${low}-${high}`
  })
})

// Lines of a chart: choosing a name brings its line forward.
all('[data-line]').forEach((link) => {
  const lines = all(`[data-series="${CSS.escape(link.dataset.line)}"]`)
  const lift = (on) => () => {
    for (const line of lines) line.classList.toggle('is-first', on)
  }
  for (const event of ['mouseenter', 'focus']) link.addEventListener(event, lift(true))
  for (const event of ['mouseleave', 'blur']) link.addEventListener(event, lift(false))
})
