const { HOUSE, FILES, PURE } = require('./scripts/house.cjs')

const folderOf = (room) => (room in FILES ? `^src/${room}\\.ts$` : `^src/${room}/`)
const tests = '\\.(test|contract)\\.ts$|/test-[^/]+\\.ts$'

const mayLeanOn = Object.entries({ ...HOUSE, ...FILES }).map(([room, allowed]) => ({
  name: `${room}-leans-only-on-its-floor`,
  comment: `${room} may lean on ${allowed.join(', ') || 'nothing'} only. What crosses a wall is a domain type; what orders rooms belongs in app/.`,
  severity: 'error',
  from: { path: folderOf(room), pathNot: tests },
  to: { path: '^src/', pathNot: [room, ...allowed].map(folderOf) },
}))

const frontDoors = Object.keys(HOUSE).map((room) => ({
  name: `enter-${room}-by-its-front-door`,
  comment: `Import from '#${room}', not from a file inside it; if something is missing there, ask whether it should be public. (app's labs and readings, and single adapters, have doors of their own.)`,
  severity: 'error',
  from: { pathNot: [folderOf(room), tests] },
  to: {
    path: folderOf(room),
    pathNot: [
      `^src/${room}/index\\.ts$`,
      '^src/adapters/[^/]+/index\\.ts$',
      '^src/app/(lab|reading)/index\\.ts$',
      '^src/cli/main\\.ts$',
    ],
  },
}))

const notOwnFrontDoor = Object.keys(HOUSE).map((room) => ({
  name: `${room}-imports-its-siblings-directly`,
  comment: 'Inside a room import the sibling file; going out by the front door and in again makes circles.',
  severity: 'error',
  from: { path: folderOf(room), pathNot: [tests, `^src/${room}/index\\.ts$`] },
  to: { path: `^src/${room}/index\\.ts$` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...mayLeanOn,
    ...frontDoors,
    ...notOwnFrontDoor,
    {
      name: 'no-circles',
      comment:
        'Two files that need each other are one idea, or hide a third: move what both need below both.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pure-rooms-touch-nothing',
      comment:
        'A pure room knows no file, network, database or process. Take bytes and values as arguments; let app/ or an adapter fetch them.',
      severity: 'error',
      from: { path: `^src/(domain|text|wire|${PURE.join('|')})/`, pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'adapters-are-strangers',
      comment:
        'One adapter may not know another: what two of them need is a port, or a noun missing from domain/.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/', pathNot: tests },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'only-wiring-chooses-adapters',
      comment: 'Doors ask wiring.ts for a house; only it names adapters.',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, '^src/wiring\\.ts$', '^src/adapters/'] },
      to: { path: '^src/adapters/' },
    },
    {
      name: 'a-room-must-be-in-the-house',
      comment:
        'Add the new folder to HOUSE in scripts/house.cjs, to the imports of package.json and to ARCHITECTURE.md, in the order in which data meets it.',
      severity: 'error',
      from: { path: '^src/', pathNot: [tests, ...Object.keys({ ...HOUSE, ...FILES }).map(folderOf)] },
      to: {},
    },
    {
      name: 'nothing-unresolved',
      comment: 'This import leads nowhere: a typo, or a package that package.json does not name.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js'],
    },
  },
}
