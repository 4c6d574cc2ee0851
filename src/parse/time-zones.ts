// Minutes east of Greenwich. Where an abbreviation means several zones, the one that feed readers have long agreed on.
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 60, bst: 60, cet: 60, cest: 120, met: 60, mest: 120, mez: 60, mesz: 120,
  eet: 120, eest: 180, ist: 120, sast: 120, msk: 180, trt: 180, gst: 240, pkt: 300, npt: 345, ict: 420, wib: 420,
  hkt: 480, sgt: 480, awst: 480, pht: 480, jst: 540, kst: 540, acst: 570, aest: 600, acdt: 630, aedt: 660,
  nzst: 720, nzdt: 780, art: -180, brt: -180, clt: -240, ast: -240, adt: -180, nst: -210, ndt: -150,
  est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420,
  akst: -540, akdt: -480, hst: -600, et: -300, ct: -360, mt: -420, pt: -480,
} // biome-ignore format: a table

const OFFSET = /^(?:gmt|utc)?\s?([+-])(\d{1,2}):?(\d{2})?/i

/**
 * How far a zone lies east of Greenwich at an instant (milliseconds since 1970, read as if it were UTC), in minutes.
 * Reads `+0530`, `-08:00`, `GMT-07:00`, `EST` and `Europe/Brussels`; null when it knows no such zone.
 */
export function minutesEast(zone: string, atMs: number): number | null {
  const offset = OFFSET.exec(zone)
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0)
    return minutes > 15 * 60 ? null : offset[1] === '-' ? -minutes : minutes
  }
  return ABBREVIATIONS[zone.toLowerCase()] ?? (zone.includes('/') ? minutesEastOfPlace(zone, atMs) : null)
}

function minutesEastOfPlace(place: string, atMs: number): number | null {
  try {
    const clock = new Intl.DateTimeFormat('en-US', { timeZone: place, timeZoneName: 'longOffset' })
    const name = clock.formatToParts(atMs).find((part) => part.type === 'timeZoneName')?.value ?? ''
    const offset = OFFSET.exec(name)
    return offset ? minutesEast(name, atMs) : name === 'GMT' ? 0 : null
  } catch {
    return null
  }
}
