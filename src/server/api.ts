import { Hono } from 'hono'
import type { Ask, Given, Param } from './asks.ts'

/** The questions over HTTP: `{ok, data, error}` as the command line answers with --json, described at /api/openapi.json. */
export function apiRoutes(all: readonly Ask[], version: string): Hono {
  const api = new Hono()
  for (const ask of all)
    api.get(ask.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
      const given: Given = { ...c.req.query(), ...c.req.param() }
      const fault = faultIn(ask, given)
      if (fault) return c.json({ ok: false, data: null, error: fault }, 400)
      const data = await ask.answer(given)
      if (data === null)
        return c.json({ ok: false, data, error: `nothing is known as ${given.id ?? ask.name}` }, 404)
      return c.json({ ok: true, data, error: null })
    })
  api.get('/openapi.json', (c) => c.json(openApi(all, version)))
  return api
}

/** What keeps a question from being asked so; null when nothing does. */
export function faultIn({ params }: Ask, given: Given): string | null {
  for (const { name, required, oneOf } of params) {
    const value = given[name]
    if (value === undefined || value === '') {
      if (required) return `"${name}" is missing`
    } else if (oneOf && !oneOf.includes(value)) return `"${name}" is one of ${oneOf.join(', ')}`
  }
  return null
}

/** What a parameter may be, as JSON Schema. */
export const schemaOf = ({ what, oneOf }: Param) => ({
  type: 'string',
  description: what,
  ...(oneOf ? { enum: oneOf } : {}),
})

function openApi(all: readonly Ask[], version: string) {
  const answered = (description: string) => ({
    description,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Answer' } } },
  })
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bellwether',
      version,
      description: 'Read-only questions to one house: the same numbers and the same citations as its pages.',
    },
    servers: [{ url: '/api' }],
    paths: Object.fromEntries(
      all.map(({ name, path, what, params }) => [
        path,
        {
          get: {
            operationId: name,
            summary: what,
            parameters: params.map((param) => ({
              name: param.name,
              in: param.in,
              required: param.required === true,
              schema: schemaOf(param),
            })),
            responses: {
              200: answered('What was found.'),
              400: answered('Asked wrongly; the error says how to ask.'),
              404: answered('Nothing of that name.'),
            },
          },
        },
      ]),
    ),
    components: {
      schemas: {
        Answer: {
          type: 'object',
          required: ['ok', 'data', 'error'],
          properties: { ok: { type: 'boolean' }, data: {}, error: { type: ['string', 'null'] } },
        },
      },
    },
  }
}
