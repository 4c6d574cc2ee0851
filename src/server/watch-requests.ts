import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { type Logger, pino } from 'pino'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export type LogLevel = 'debug' | 'info' | 'warn' | 'silent'

/** One JSON line an event, on standard error: standard output belongs to answers. */
export const createLog = (level: LogLevel): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))

const SLOW_MS = 500

/** What a running server tells of itself: counts and times for `/metrics`, lines for its log. */
export function createWatch(log: Logger) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'bellwether_http_seconds',
    help: 'How long pages took, by route.',
    labelNames: ['route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.5, 2],
    registers: [registry],
  })
  const acts = new Counter({
    name: 'bellwether_acts_total',
    help: 'What people did, by verb.',
    labelNames: ['verb'],
    registers: [registry],
  })
  const middleware: MiddlewareHandler = async (c, next) => {
    const from = performance.now()
    await next()
    const ms = performance.now() - from
    const { status } = c.res
    seconds.observe({ route: routePath(c, -1), status }, ms / 1000)
    const line = { method: c.req.method, path: c.req.path, status, ms: Math.round(ms * 10) / 10 }
    if (status >= 500 || ms > SLOW_MS) log.warn(line, status >= 500 ? 'failed' : 'slow')
    else log.debug(line, 'answered')
  }
  return { registry, acts, middleware }
}
