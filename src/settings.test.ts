import { describe, expect, test } from 'vitest'
import { readProfile, readSettings, SettingsError, settingsSchema } from './settings.ts'

describe('settings', () => {
  test('an empty file gives the defaults, and says so', () => {
    const { settings, from } = readSettings('', 'bellwether.yaml', {})
    expect(settings.server).toEqual({ host: '127.0.0.1', port: 4173, hosts: [] })
    expect(from.server).toBe('default')
  })

  test('a value given says which file it came from', () => {
    const { settings, from } = readSettings('server:\n  port: 8080\n', 'my.yaml', {})
    expect(settings.server.port).toBe(8080)
    expect(from.server).toBe('my.yaml')
  })

  test.each([
    ['sources:\n  - id: a\n   kind: feed\n', 'my.yaml:3:1'],
    ['server:\n  prot: 8080\n', 'my.yaml:2:3: server: Unrecognized key: "prot"'],
    ['sources:\n  - id: Not OK\n    address: x\n', 'my.yaml:2:9: sources.0.id: lower-case letters'],
    ['embedder:\n  url: http://127.0.0.1/v1\n', 'my.yaml:2:3: embedder: name either a "folder"'],
    ['digest:\n  at: 6am\n', 'my.yaml:2:7: digest.at: a time of day such as 06:00'],
  ])('a fault in %j is told with file, line and column', (text, wanted) => {
    expect(() => readSettings(text, 'my.yaml', {})).toThrow(SettingsError)
    expect(() => readSettings(text, 'my.yaml', {})).toThrow(wanted)
  })

  test('a secret comes from the environment, and a missing one is named', () => {
    const text = 'sources:\n  - id: a\n    address: https://example.org/$' + '{TOKEN}\n'
    expect(readSettings(text, 'my.yaml', { TOKEN: 'abc' }).settings.sources[0]?.address).toBe(
      'https://example.org/abc',
    )
    expect(() => readSettings(text, 'my.yaml', {})).toThrow('has no TOKEN')
  })

  test('the schema describes every setting for editors', () => {
    expect(JSON.stringify(settingsSchema())).toContain('When the day closes')
  })

  test('a profile may be JSON and may hold more than we read', () => {
    const profile = readProfile(
      '{"reader":"me","tiers":[{"tier":1,"name":"Core","topics":["KV cache"],"treatment":"long"}],"sections":[]}',
      'p.json',
    )
    expect(profile.tiers[0]?.topics).toEqual(['KV cache'])
    expect(profile.mutes).toEqual([])
  })
})
