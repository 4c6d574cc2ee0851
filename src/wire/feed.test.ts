import { parseFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { feedText, type WireFeed } from './feed.ts'

const feed: WireFeed = {
  ...{
    title: 'Bellwether: <brief>',
    about: 'Weekly & true',
    home: 'https://house.example',
    path: '/feeds/brief.rss',
  },
  entries: [
    {
      ...{ id: 'brief-2026-W20', title: 'Week 20 & <b>more</b>', url: '/editions/brief-2026-W20' },
      ...{ at: '2026-05-18T06:00:00.000Z', text: 'plain', html: '<p>]]> & more</p>' },
      audio: {
        ...{ url: '/podcast/a.wav', bytes: 99, type: 'audio/wav', seconds: 61.4 },
        ...{ chaptersUrl: '/podcast/a.json', transcriptUrl: '/podcast/a.vtt' },
      },
    },
  ],
}

describe.each(['rss', 'atom', 'json'] as const)('%s', (format) => {
  const text = feedText(feed, format)
  test('is read back as what it was', () => {
    const parsed = parseFeed(text)
    expect(parsed.format).toBe(format)
    const whole = JSON.stringify(parsed)
    expect(whole).toContain('Week 20 & <b>more</b>')
    expect(whole).toContain('https://house.example/editions/brief-2026-W20')
    expect(whole).toContain('urn:bellwether:house.example:brief-2026-W20')
  })
  test('twice is the same bytes', () => expect(feedText(feed, format)).toBe(text))
})

test('an episode has its sound, chapters and transcript', () => {
  const text = feedText(feed, 'rss')
  expect(text).toContain(
    '<enclosure url="https://house.example/podcast/a.wav" length="99" type="audio/wav"/>',
  )
  expect(text).toContain('<itunes:duration>61</itunes:duration>')
  expect(text).toContain('url="https://house.example/podcast/a.json" type="application/json+chapters"')
})
