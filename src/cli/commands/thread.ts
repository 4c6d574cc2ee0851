import { judgeThread, thread, threads } from '#app'
import type { Thread } from '#domain'
import { type Answer, type Deed, type Setting, WrongUse } from '../command.ts'
import { countOption } from '../options.ts'

const VERDICTS = ['confirm', 'drop', 'close', 'name'] as const

/** The threads that stories continue over weeks; one of them whole; or what the reader makes of one. */
export const deed: Deed = async (setting, [id, verdict, ...name], options) => {
  if (verdict !== undefined) return judge(setting, id ?? '', verdict, name.join(' '))
  const { house } = await setting.open()
  if (id !== undefined) {
    const found = await thread(house, id, setting.asOf)
    if (!found) throw new WrongUse(`there is no thread ${id}; "bellwether thread" lists them`)
    return { data: found, text: whole(found) }
  }
  const found = await threads(house, {
    asOf: setting.asOf,
    limit: countOption(options.limit, '--limit', 20),
    ...(options.days === undefined ? {} : { days: countOption(options.days, '--days', 90) }),
  })
  if (found.length === 0) return { data: found, text: 'No line runs through three stories yet.' }
  return { data: found, text: found.map(line).join('\n') }
}

async function judge(setting: Setting, id: string, verdict: string, name: string): Promise<Answer> {
  const known = VERDICTS.find((one) => one === verdict)
  if (!known) throw new WrongUse(`thread ${id} ${verdict}: write ${VERDICTS.join(', ')}`)
  if (known === 'name' && name === '') throw new WrongUse(`thread ${id} name: write the name`)
  const { house } = await setting.open()
  if (!(await thread(house, id, setting.asOf))) throw new WrongUse(`there is no thread ${id}`)
  const act = await judgeThread(house, id, known, name === '' ? null : name)
  return { data: act, text: `Noted as ${act.id}.` }
}

function line({ id, name, members, openedAt, lastMovedAt, state, standing }: Thread): string {
  return `${id}  ${state.padEnd(8)}${standing.padEnd(10)}${members.length} over ${day(openedAt)} to ${day(lastMovedAt)}  ${name}`
}

function whole(found: Thread): string {
  const { claim, members, signals, next } = found
  return [
    line(found),
    ...(claim ? [`  ${claim.text}`] : []),
    ...members.map(({ at, title, because, sourceNames }) => {
      const told = sourceNames.length > 0 ? ` (${sourceNames.join(', ')})` : ''
      return `  ${day(at)}  ${title}${told}: ${because}`
    }),
    ...signals.map(({ kind, at, because }) => `  ${kind}, ${day(at)}: ${because}`),
    ...next.map(({ text, due }) => `  next, by ${due}: ${text}`),
  ].join('\n')
}

const day = (at: string): string => at.slice(0, 10)
