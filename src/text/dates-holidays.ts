import { civilDay, type EpochDay, easter, epochDay, nthWeekday } from './dates-calendar.ts'
import { type DayRead, type Scene, SHIFTS, word } from './dates-scene.ts'
import { yearBehind } from './dates-written.ts'

const HOLIDAYS: readonly (readonly [string, (year: number) => EpochDay])[] = [
  ['christmas eve', (year) => epochDay(year, 12, 24)],
  ['christmas day', (year) => epochDay(year, 12, 25)],
  ['christmas', (year) => epochDay(year, 12, 25)],
  ['xmas', (year) => epochDay(year, 12, 25)],
  ['new year eve', (year) => epochDay(year, 12, 31)],
  ['new year day', (year) => epochDay(year, 1, 1)],
  ['new year', (year) => epochDay(year, 1, 1)],
  ['halloween', (year) => epochDay(year, 10, 31)],
  ['independence day', (year) => epochDay(year, 7, 4)],
  ['valentine day', (year) => epochDay(year, 2, 14)],
  ["international workers' day", (year) => epochDay(year, 5, 1)],
  ["workers' day", (year) => epochDay(year, 5, 1)],
  ['labor day', (year) => nthWeekday(year, 9, 1, 1)],
  ['memorial day', (year) => nthWeekday(year, 5, 1, -1)],
  ['thanksgiving day', (year) => nthWeekday(year, 11, 4, 4)],
  ['thanksgiving', (year) => nthWeekday(year, 11, 4, 4)],
  ['black friday', (year) => nthWeekday(year, 11, 4, 4) + 1],
  ['cyber monday', (year) => nthWeekday(year, 11, 4, 4) + 4],
  ['easter sunday', easter],
  ['easter monday', (year) => easter(year) + 1],
  ['easter', easter],
  ['good friday', (year) => easter(year) - 2],
]

const HOLIDAY_STARTS = new Set(HOLIDAYS.map(([name]) => name.split(/[ ']/)[0] ?? name))

export function holiday(scene: Scene, at: number): DayRead | null {
  const shift = SHIFTS.get(word(scene, at))
  const from = shift === undefined ? at : at + 1
  if (!HOLIDAY_STARTS.has(word(scene, from))) return null
  for (const [name, dayIn] of HOLIDAYS) {
    const words =
      name === "international workers' day" ? ['international', 'workers', "'", 'day'] : name.split(' ')
    if (!words.every((one, index) => word(scene, from + index) === one)) continue
    const next = from + words.length
    const { year } = civilDay(scene.today)
    if (shift !== undefined && shift !== 0) {
      const past = dayIn(year) < scene.today
      return { next, days: [dayIn(shift > 0 ? (past ? year + 1 : year) : past ? year : year - 1)] }
    }
    const said = yearBehind(scene, next)
    if (said) return { next: said.next, days: [dayIn(said.year)] }
    const past = dayIn(year) < scene.today
    return { next, days: past ? [dayIn(year), dayIn(year + 1)] : [dayIn(year - 1), dayIn(year)] }
  }
  return null
}
