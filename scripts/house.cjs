// The law of the house, as data: a room may lean only on those beside it. The rules in .dependency-cruiser.cjs are made from it.
const PURE = [
  'parse',
  'normalise',
  'extract',
  'dedupe',
  'cluster',
  'score',
  'track',
  'compose',
  'ground',
  'workbench',
]
const ALL_BUT_DOORS = ['domain', 'text', ...PURE, 'ports']
const DOOR = ['domain', 'ports', 'app', 'adapters', 'wire', 'web', 'wiring', 'settings']

const HOUSE = {
  domain: [],
  text: [],
  ...Object.fromEntries(PURE.map((room) => [room, ['domain', 'text']])),
  ports: ['domain'],
  adapters: ['domain', 'text', 'ports'],
  app: ALL_BUT_DOORS,
  wire: ['domain'],
  cli: [...DOOR, 'server'],
  server: DOOR,
  web: ['wire'],
}
// Single files that stand beside the rooms.
const FILES = { settings: ['domain'], wiring: ['domain', 'ports', 'adapters', 'app', 'settings', 'parse'] }

module.exports = { HOUSE, FILES, PURE }
