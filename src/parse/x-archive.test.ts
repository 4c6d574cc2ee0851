import { describe, expect, test } from 'vitest'
import { parse } from './parse.ts'

const post = (fields: object) => ({ tweet: { id_str: '2032026604050841600', ...fields } })
const read = (posts: readonly object[], head = 'window.YTD.tweets.part0 = ', tail = '') =>
  parse({
    bytes: new TextEncoder().encode(head + JSON.stringify(posts, null, 2) + tail),
    contentType: null,
    url: 'tweets.js',
  })

describe('the posts of an X archive', () => {
  test('have text, address, instant, counts and hashtags, with short links written out', async () => {
    const { kind, items, problems } = await read([
      post({
        full_text: 'Cache at a tenth &amp; open weights https://t.co/a1 #models',
        created_at: 'Fri Apr 24 09:30:00 +0000 2026',
        favorite_count: '512',
        retweet_count: '144',
        entities: {
          urls: [{ url: 'https://t.co/a1', expanded_url: 'https://huggingface.co/deepseek-ai/DeepSeek-V4' }],
          hashtags: [{ text: 'models' }],
        },
      }),
    ])
    expect(problems).toEqual([])
    expect(kind).toBe('posts')
    expect(items).toEqual([
      expect.objectContaining({
        guid: '2032026604050841600',
        url: 'https://x.com/i/status/2032026604050841600',
        text: 'Cache at a tenth & open weights https://huggingface.co/deepseek-ai/DeepSeek-V4 #models',
        published: '2026-04-24T09:30:00.000Z',
        kind: 'post',
        signals: { likes: 512, reposts: 144 },
        tags: ['models'],
      }),
    ])
  })

  test.each([
    ['a later part', 'window.YTD.tweet.part12 = ', ''],
    ['a semicolon at the end', 'window.YTD.tweets.part0 = ', ';\n'],
    ['a byte order mark', '\ufeffwindow.YTD.tweets.part0=', ''],
  ])('are read from %s', async (_name, head, tail) => {
    expect((await read([post({ full_text: 'x' })], head, tail)).items).toHaveLength(1)
  })

  test('that are broken off are read up to there, with a problem', async () => {
    const whole = JSON.stringify([post({ full_text: 'one' }), post({ full_text: 'two' })])
    const bytes = new TextEncoder().encode(`window.YTD.tweets.part0 = ${whole.slice(0, -20)}`)
    const { items, problems } = await parse({ bytes, contentType: null, url: 'tweets.js' })
    expect(items[0]?.text).toBe('one')
    expect(problems).not.toEqual([])
  })

  test('without a text are passed over', async () => {
    expect((await read([post({}), post({ full_text: 'x' })])).items).toHaveLength(1)
  })
})
