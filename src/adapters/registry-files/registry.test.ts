import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readRegistry } from './index.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bellwether-registry-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('entities of all files are read in the order of files and lines, with what is left out filled', async () => {
  await writeFile(join(folder, 'models.jsonl'), '{"id":"b","name":"B","type":"model","parent":"a"}\n')
  await writeFile(
    join(folder, 'labs.jsonl'),
    '// a word on the file\n\n{"id":"a","name":"A","type":"lab","aliases":["?Aa"],"gloss":"maker of B","handles":["x:a"]}',
  )
  await writeFile(join(folder, 'README.md'), 'no registry')
  expect(await readRegistry(folder)).toEqual({
    entities: [
      {
        id: 'a',
        name: 'A',
        type: 'lab',
        aliases: ['?Aa'],
        parent: null,
        gloss: 'maker of B',
        handles: ['x:a'],
      },
      { id: 'b', name: 'B', type: 'model', aliases: [], parent: 'a', gloss: null, handles: [] },
    ],
    problems: [],
  })
})

test.each([
  ['{"id":"a"', /JSON/],
  ['[]', /written as/],
  ['null', /written as/],
  ['{"id":"A b","name":"A","type":"lab"}', /"id".*A b/],
  ['{"id":"a","name":" ","type":"lab"}', /"name"/],
  ['{"id":"a","name":"A","type":"spaceship"}', /one of company/],
  ['{"id":"a","name":"A","type":"toString"}', /one of company/],
  ['{"id":"a","name":"A","type":"lab","aliases":"B"}', /"aliases"/],
  ['{"id":"a","name":"A","type":"lab","gloss":5}', /"gloss"/],
  ['{"id":"a","name":"A","type":"lab","alias":["B"]}', /"alias"/],
  ['{"id":"good","name":"Again","type":"lab"}', /already/],
])('%s is named with its file and line, and the rest goes on', async (line, what) => {
  const good = '{"id":"good","name":"Good","type":"lab"}'
  await writeFile(join(folder, 'x.jsonl'), `${good}\n${line}\n${good.replaceAll('ood', 'ate')}\n`)
  const { entities, problems } = await readRegistry(folder)
  expect(entities.map(({ id }) => id)).toEqual(['good', 'gate'])
  expect(problems).toEqual([
    { severity: 'lost', what: expect.stringMatching(what), where: `${join(folder, 'x.jsonl')}:2` },
  ])
})

test('a folder that is not there is a problem, not an end', async () => {
  const { entities, problems } = await readRegistry(join(folder, 'nowhere'))
  expect(entities).toEqual([])
  expect(problems).toMatchObject([{ where: join(folder, 'nowhere') }])
})
