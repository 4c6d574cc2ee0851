// Month names of the languages whose feeds a reader of this field meets, without accents, January first.
// A name is recognised by any beginning of three letters or more that means one month only.
const NAMES: readonly string[] = [
  'january januar janvier enero gennaio janeiro januari leden styczen ocak',
  'february februar fevrier febrero febbraio fevereiro februari unor luty subat',
  'march marz maerz mars marzo marco maart marts brezen marzec mart',
  'april avril abril aprile duben kwiecien nisan',
  'may mai mayo maggio maio mei maj kveten mayis',
  'june juni juin junio giugno junho cerven czerwiec haziran',
  'july juli juillet julio luglio julho cervenec lipiec temmuz',
  'august aout agosto augustus augusti srpen sierpien agustos',
  'september septembre septiembre settembre setembro zari wrzesien eylul',
  'october oktober octobre octubre ottobre outubro oktobre rijen pazdziernik ekim',
  'november novembre noviembre novembro listopad kasim',
  'december dezember decembre diciembre dicembre dezembro prosinec grudzien aralik',
]

// Monday is 1, Sunday 0, as Date.getUTCDay counts.
const WEEKDAYS: readonly string[] = [
  'sunday sonntag dimanche domingo domenica zondag sondag',
  'monday montag lundi lunes lunedi segunda maandag mandag',
  'tuesday dienstag mardi martes martedi terca dinsdag tirsdag tues',
  'wednesday mittwoch mercredi miercoles mercoledi quarta woensdag onsdag weds',
  'thursday donnerstag jeudi jueves giovedi quinta donderdag torsdag thur thurs',
  'friday freitag vendredi viernes venerdi sexta vrijdag fredag',
  'saturday samstag samedi sabado sabato zaterdag lordag sonnabend',
]

const SHORT_WEEKDAYS: Readonly<Record<string, number>> = { so: 0, mo: 1, di: 2, mi: 3, do: 4, fr: 5, sa: 6 }

/** The month, 1 to 12, that a word names in full or by its beginning; null when it names none or could be two. */
export function monthNamed(word: string): number | null {
  const key = plain(word)
  if (key.length < 3) return null
  const at = english('janfebmaraprmayjunjulaugsepoctnovdec', key) ?? onlyRow(NAMES, key)
  return at === null ? null : at + 1
}

/** The weekday, 0 (Sunday) to 6, that a word names; null when it names none. */
export function weekdayNamed(word: string): number | null {
  const key = plain(word)
  return (
    SHORT_WEEKDAYS[key] ??
    (key.length < 3 ? null : (english('sunmontuewedthufrisat', key) ?? onlyRow(WEEKDAYS, key)))
  )
}

// Nearly every feed prints the three English letters: found at once, the other languages are searched only after.
function english(letters: string, key: string): number | null {
  const at = key.length === 3 ? letters.indexOf(key) : -1
  return at >= 0 && at % 3 === 0 ? at / 3 : null
}

function onlyRow(rows: readonly string[], beginning: string): number | null {
  const found = rows.flatMap((row, at) => {
    const names = row.split(' ')
    // A whole name wins over a longer one that begins like it: `cerven` is June though `cervenec` is July.
    if (names.includes(beginning)) return [{ at, whole: true }]
    return names.some((name) => name.startsWith(beginning)) ? [{ at, whole: false }] : []
  })
  const best = found.find((row) => row.whole) ?? (found.length === 1 ? found[0] : undefined)
  return best ? best.at : null
}

const plain = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
