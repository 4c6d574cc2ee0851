import type { Progress } from '#app'

/** A line that rewrites itself on a terminal; elsewhere one plain line when a step ends. Silent with --json. */
export function showProgress(silent: boolean): (step: Progress) => void {
  if (silent) return () => {}
  const terminal = process.stderr.isTTY === true
  return ({ what, done, total }) => {
    if (!terminal) return
    const count = total === null ? `${done}` : `${done}/${total}`
    process.stderr.write(`\r\x1b[K${count} ${what}`)
    if (done === total) process.stderr.write('\r\x1b[K')
  }
}
