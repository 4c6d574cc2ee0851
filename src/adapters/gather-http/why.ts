import { Refusal } from './refusal.ts'

/** What went wrong on the way, in words: undici wraps what happened in causes, several for a host with several addresses. */
export function why(error: unknown, timeoutMs: number): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause ?? firstOf(cause)) {
    if (cause instanceof Refusal) return cause.message
    if (cause.name === 'TimeoutError' || cause.name === 'AbortError')
      return `no whole answer came within ${timeoutMs / 1000} s`
    const code = 'code' in cause ? String(cause.code) : ''
    const words = REASONS[code]
    if (words !== undefined) return words
    if (/CERT|TLS|SSL|SELF_SIGNED|VERIFY/.test(code)) return `its certificate is not trusted (${code})`
  }
  return error instanceof Error ? error.message : String(error)
}

const firstOf = (error: Error): unknown => (error instanceof AggregateError ? error.errors[0] : undefined)

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is unknown to the network; is the address right?',
  EAI_AGAIN: 'its name could not be looked up; is this machine online?',
  ECONNREFUSED: 'it refuses the connection',
  ECONNRESET: 'it broke off the connection',
  EHOSTUNREACH: 'no way leads to it; is this machine online?',
  ENETUNREACH: 'no way leads to it; is this machine online?',
  EPIPE: 'it broke off the connection',
  UND_ERR_SOCKET: 'it broke off before its answer was whole',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'its answer is not as long as it said',
  UND_ERR_CONNECT_TIMEOUT: 'it does not take the connection',
  UND_ERR_HEADERS_OVERFLOW: 'its headers are too large',
}

/** What a status that is no success means for the reader. */
export function statusWhy(status: number): string {
  switch (status) {
    case 401:
    case 403:
      return `it does not let us in (${status})`
    case 404:
      return 'it is not there (404); is the address right?'
    case 410:
      return 'it is gone for good (410); take the source out'
    case 429:
      return 'it asks us to come less often (429)'
    default:
      return status >= 500 ? `the server is in trouble (${status})` : `it answered with status ${status}`
  }
}
