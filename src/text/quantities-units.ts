import { stick } from './quantities-numerals.ts'

/** A unit as printed: its canonical name, where it ends, and what one of it is in that unit (1 MW is 1e6 W). */
export type UnitRead = { readonly unit: string; readonly end: number; readonly scale: number }

// Canonical name: spellings. `=1000` scales to the canonical unit. Spellings with a capital in them are case-sensitive.
const TABLE = `
%: % percent per|cent pct pc percentage
pp: pp ppt ppts percentage|point percentage|points %-points %-point %pts p.p.
basis point: bps bp basis|point basis|points
x: x × X times fold
usd: dollar dollars USD $ US|dollar US|dollars U.S.|dollars bucks
cent: cents ¢
eur: euro euros EUR €
gbp: GBP sterling £ quid
jpy: yen JPY ¥
cny: yuan renminbi RMB CNY
inr: rupee rupees INR ₹
aud: AUD Australian|dollars
cad: CAD Canadian|dollars
hkd: HKD Hong|Kong|dollars
krw: won KRW ₩
ils: shekel shekels ILS
chf: francs CHF Swiss|francs
dkk: Danish|crowns DKK kroner
sek: SEK kronor
hrk: kn kuna
sen: sen
myr: ringgit MYR
sgd: SGD
token: token tokens tok toks
token/s: tps t/s
parameter: parameter parameters param params
TFLOPS: TFLOPs TFLOPS teraflops TFLOP
PFLOPS: PFLOPs PFLOPS petaflops PFLOP
GFLOPS: GFLOPs GFLOPS gigaflops
EFLOPS: EFLOPS exaflops ExaFLOPs
FLOP: FLOPs FLOP FLOPS flops
TOPS: TOPS
KB: KB kB kilobyte kilobytes
MB: MB megabyte megabytes
GB: GB gigabyte gigabytes GiB gigs
TB: TB terabyte terabytes TiB
PB: PB petabyte petabytes
bit: bit bits b
byte: byte bytes
Gbps: Gbps Gb/s gigabit gigabits
Mbps: Mbps Mb/s
GB/s: GB/s GBps
TB/s: TB/s TBps
W: W watt watts
W=1e-3: mW milliwatt milliwatts
W=1e3: kW KW kilowatt kilowatts
W=1e6: MW megawatt megawatts
W=1e9: GW gigawatt gigawatts
W=1e12: TW terawatt terawatts
Wh: Wh
Wh=1e3: kWh kilowatt-hours kilowatt|hours
Wh=1e6: MWh megawatt-hours megawatt|hours
Wh=1e9: GWh gigawatt-hours gigawatt|hours
Wh=1e12: TWh terawatt-hours terawatt|hours
J: J joule joules
J=1e-9: nJ
J=1e-6: µJ μJ
J=1e-3: mJ
J=1e6: MJ
kJ: kJ
eV: eV
eV=1e-3: meV
eV=1e3: keV
eV=1e6: MeV
eV=1e9: GeV
eV=1e12: TeV
ns: ns nanosecond nanoseconds
μs: μs µs us microsecond microseconds
ms: ms msec millisecond milliseconds
second: s sec secs second seconds
minute: min mins minute minutes
hour: h hr hrs hour hours
day: d day days
week: wk week weeks
month: mo month months
quarter: quarters
year: yr yrs a year years y
decade: decade decades
century: centuries
Ma: Ma Myr myr
Ga: Ga Gyr byr
ka: ka kyr
year of age: year-old years-old year|old years|old yo y/o -year-old
month of age: month-old months-old month|old months|old
nanometre: nm nanometer nanometers nanometre nanometres
micrometre: μm µm micron microns micrometer micrometers micrometre micrometres um
millimetre: mm millimeter millimeters millimetre millimetres
centimetre: cm centimeter centimeters centimetre centimetres
metre: m meter meters metre metres metres
kilometre: km kms kilometer kilometers kilometre kilometres
mile: mi mile miles
foot: ft foot feet
inch: in inch inches ″ ”
yard: yd yards yard
angstrom: Å
AU: AU
square metre: m2 m² sqm sq|m sq.|m square|metres square|meters square|metre square|meter
square foot: sqft sq|ft sq.|ft square|feet square|foot
square mile: square|miles square|mile
square kilometre: km2 km² square|kilometres square|kilometers
cubic foot: cubic|feet cubic|foot
cubic metre: m3 m³ cubic|metres cubic|meters
cubic centimetre: cm3 cm³
hectare: ha hectare hectares
acre: acre acres
mile per hour: mph miles|per|hour mi/h
kilometre per hour: km/h kph km/hr kmh kilometres|per|hour kilometers|per|hour
mile per gallon: mpg miles|per|gallon
metre per second: m/s
gram: g gram grams
kilogram: kg kgs kilo kilos kilogram kilograms
milligram: mg milligram milligrams
microgram: μg µg
tonne: t tonne tonnes ton tons
tonne=1e6: Mt
tonne=1e9: Gt
megagram: Mg
pound-mass: lb lbs pound pounds
ounce: oz ounce ounces
litre: l L liter liters litre litres
millilitre: ml mL milliliter milliliters millilitre
microlitre: μl μL µL µl
gallon: gallon gallons
barrel: barrel barrels
barrel of oil: barrels|of|oil
pint: pint pints
celsius: °C ℃ C degrees|Celsius degrees|celsius degree|Celsius Celsius celsius degrees|C
fahrenheit: °F F degrees|Fahrenheit degrees|fahrenheit Fahrenheit degree|Fahrenheit degrees|F
kelvin: K
degree: ° °N °S °E °W degree degrees deg
hertz: Hz hertz HZ
kilohertz: kHz
megahertz: MHz
gigahertz: GHz
volt: V volt volts
millivolt: mV
kilovolt: kV
ampere: A amp amps ampere amperes
milliampere: mA
milliampere-hour: mAh
farad: farad farads
ohm: Ω ohm ohms
pascal: Pa
kilopascal: kPa
megapascal: MPa
gigapascal: GPa gigapascals
torr: Torr torr
bar: bar
millibar: mbar mBar
microbar: μbar µbar
nanobar: nbar
atmosphere: atm
molar: M mol/L
millimolar: mM
micromolar: μM µM
nanomolar: nM
mole: mol mmol
parts-per-million: ppm
parts-per-billion: ppb
parts-per-trillion: ppt
parts-per-quadrillion: ppq
‰: ‰
wt%: wt% wt.% wt.|% wt|% wt.%
tesla: nT mT
enzyme unit: U
vol%: vol% vol.%
stem: stems
decibel: dB decibel decibels
horsepower: hp horsepower PS
brake horsepower: bhp
newton metre: Nm newton-metres
foot pound-force: lb-ft
pound-foot: pound-feet|of|torque pound-feet
revolutions per minute: rpm RPM
frame per second: fps FPS
megapixel: MP megapixel megapixels
pixel: px pixel pixels
point: pts pt point points p
win above replacement: WAR
barrel per day: barrel-a-day barrels-a-day bpd
` // one line a unit

type Entry = { readonly unit: string; readonly scale: number }
type Table = { readonly words: ReadonlyMap<string, Entry>; readonly longestWords: number }
let table: Table | null = null

// Built at the first use: importing a room must cost nothing.
function units(): Table {
  if (table) return table
  const words = new Map<string, Entry>()
  let longestWords = 1
  for (const line of TABLE.trim().split('\n')) {
    const at = line.indexOf(': ')
    const [unit = '', scale = '1'] = line.slice(0, at).split('=')
    for (const spelling of line.slice(at + 2).split(' ')) {
      words.set(spelling.replaceAll('|', ' '), { unit, scale: Number(scale) })
      longestWords = Math.max(longestWords, spelling.split('|').length)
    }
  }
  table = { words, longestWords }
  return table
}

// Bounded, so that no run of dots makes it slow.
const RUN =
  /(?:[%‰°×$€£¥₹₩″¢Ω℃][CFNSEWp]?|[A-Za-zµμÅ.][\w.²³/%µμ-]{0,24})(?:[ \u00a0](?:cent|points?|of|oil|torque|per|hour|gallon|hours|[A-Za-z]{1,10}|%)){0,6}/uy
// `6.8/10` and `4/5` are marks on a scale.
const RATING = /\/(?:5|10|100)(?![\d/]|\.\d|\p{L})/uy
const GAP = /-(?=[A-Za-z])|[ \u00a0\u2009]{0,2}/y
// Letters that mean something else when a space stands before them, or when the next word is a name.
const ONLY_GLUED = new Set(['a', 'b', 'd', 'y', 'in', 'X', 'p', 'T', 'us', 'L', 'l'])
const MAY_BE_SPACED = /^(?:p|in|a)$/

/**
 * The unit printed at `at`, right behind a number: a symbol or words, glued, spaced or with a hyphen; null when what
 * follows is no unit. Counted nouns are not units.
 */
export function unitAt(text: string, at: number): UnitRead | null {
  const rating = stick(RATING, text, at)
  if (rating) return { unit: rating[0], end: at + rating[0].length, scale: 1 }
  const gap = stick(GAP, text, at)?.[0] ?? ''
  const start = at + gap.length
  const run = stick(RUN, text, start)?.[0]
  if (run === undefined) return null
  const { words, longestWords } = units()
  const known = longestOf(run, words, longestWords)
  if (!known) return null
  const { spelling, entry } = known
  const end = start + spelling.length
  if (gap !== '' && ONLY_GLUED.has(spelling) && !MAY_BE_SPACED.test(spelling)) return null
  if (
    gap !== '' &&
    MAY_BE_SPACED.test(spelling) &&
    /^[ \u00a0](?!at\b|and\b|[.,])/.test(text.slice(end, end + 5))
  ) {
    return null
  }
  if (/[\p{L}\p{N}]/u.test(spelling.slice(-1)) && /[\p{L}\p{N}_]/u.test(text.charAt(end))) return null
  return rated(text, { unit: entry.unit, end, scale: entry.scale })
}

function longestOf(run: string, words: ReadonlyMap<string, Entry>, longestWords: number) {
  const pieces = run.split(/[ \u00a0]/, longestWords)
  for (let count = pieces.length; count > 0; count--) {
    const spelling = pieces
      .slice(0, count)
      .join(' ')
      .replace(/[.,/-]+$/, '')
    const entry = words.get(spelling) ?? words.get(run.slice(0, spelling.length).toLowerCase())
    if (entry && (spelling.length > 2 || words.has(spelling))) return { spelling, entry }
  }
  const first = pieces[0] ?? ''
  // "50mph-winds", "GB/s.": cut at the joint and look once more.
  const cut = first.split(/[-/.]/)[0] ?? ''
  const entry =
    cut === '' ? undefined : (words.get(cut) ?? (cut.length > 2 ? words.get(cut.toLowerCase()) : undefined))
  if (entry && /^[A-Za-zµμÅ]/.test(cut)) return { spelling: cut, entry }
  const root = /^([A-Za-zµμ]{1,3})([23])$/.exec(cut)
  const raised = root && words.get(root[1] ?? '')
  return raised ? { spelling: cut, entry: { ...raised, unit: `${raised.unit}^${root[2]}` } } : null
}

const PER =
  /(?:\s?\/\s?|[ -]per[ -]|[ -]an?[ -])([A-Za-zµμ][\w²³.]*)( m\b| ft\b| feet\b| foot\b| metres?\b| meters?\b)?/y
const RATED_BY =
  /^(?:s|sec|second|min|minute|h|hr|hour|day|week|month|quarter|year|yr|century|decade|token|tok|share|gallon|barrel|ounce|gram|kg|square|sq|mmBTU|image|user|GPU|query|request|step|W|watt|L|l|ml|m|m2|cm2|km|person|seat|million|1M|task|call|episode|chip|tray|rack|node)$/i

// `tokens/s`, `$ per square foot`, `barrels a day`: a rate is its own unit.
function rated(text: string, read: UnitRead): UnitRead {
  const per = stick(PER, text, read.end)
  if (!per) return powered(text, read)
  const by = (per[1] ?? '').replace(/\.$/, '')
  const { words } = units()
  if (!RATED_BY.test(by)) return read
  const square = per[2] ?? ''
  if (square && !/^(?:square|sq)\.?$/i.test(by))
    return rateOf(read, words.get(by)?.unit ?? by.toLowerCase(), per[0].length - square.length)
  if (square) return rateOf(read, /f/.test(square) ? 'square foot' : 'square metre', per[0].length)
  return rateOf(read, words.get(by)?.unit ?? words.get(by.toLowerCase())?.unit ?? by, per[0].length)
}

const POWER = /[ \u00a0]([A-Za-zµμ]{1,4})[ ]?[-−–⁻]\s?([123¹²³])(?!\.?\d)/y
// `0.2 s−1`, `1280 cm−1`: one over the unit.
const SYMBOL = /(?:^|[^\p{L}/])\p{L}{1,3}$/u
const INVERSE = /[-−–⁻]\s?([123¹²³])(?![\p{L}\p{N}%]|\.\d|\s?[-−–])/uy

// `km s−1`, `g cm−3`: how papers write a rate.
function powered(text: string, read: UnitRead): UnitRead {
  const over = stick(INVERSE, text, read.end)
  if (over && SYMBOL.test(text.slice(Math.max(0, read.end - 4), read.end)))
    return { ...read, unit: `1/${read.unit}`, end: read.end + over[0].length }
  const power = stick(POWER, text, read.end)
  const by = power ? units().words.get(power[1] ?? '')?.unit : undefined
  if (!power || by === undefined) return read
  const next = rateOf(read, /[1¹]/.test(power[2] ?? '') ? by : `${by}^${power[2]}`, power[0].length)
  return powered(text, next)
}

const rateOf = (read: UnitRead, by: string, length: number): UnitRead => ({
  unit: `${read.unit}/${by === 'second' ? 's' : by}`,
  end: read.end + length,
  scale: read.scale,
})

// What stands before the figure: `$`, `US $`, `HK$`, `€`, `RM`, `USD`. Longest first.
const MONEY_BEFORE: readonly (readonly [RegExp, string])[] = [
  [/(?:US|U\.S\.)[ ]?\$[ ]?$|\$US[ ]?$|USD[ ]?$/, 'usd'],
  [/(?:HK)[ ]?\$[ ]?$/, 'hkd'],
  [/(?:A|AU)\$[ ]?$|\$A[ ]?$/, 'aud'],
  [/(?:C|CA)\$[ ]?$/, 'cad'],
  [/S\$[ ]?$/, 'sgd'],
  [/\$[ ]?$/, 'usd'],
  [/(?:€|EUR)[ ]?$/, 'eur'],
  [/(?:£|GBP|\bPS)[ ]?$/, 'gbp'],
  [/(?:¥|JPY|\bY=)[ ]?$/, 'jpy'],
  [/(?:RMB|CNY)[ ]?$/, 'cny'],
  [/(?:₹|\bRs\.?|INR)[ ]?$/, 'inr'],
  [/(?:₩|KRW)[ ]?$/, 'krw'],
  [/\bRM$/, 'myr'],
]
const MONEY_SIGN = /[$€£¥₹₩=DRPYSMFKU]|[sA]$/

/** The currency printed right before `at`, and where its sign starts; null when there is none. */
export function moneyBefore(
  text: string,
  at: number,
): { readonly unit: string; readonly start: number } | null {
  const last = text.charAt(at - 1) === ' ' ? text.charAt(at - 2) : text.charAt(at - 1)
  if (!MONEY_SIGN.test(last)) return null
  const before = text.slice(Math.max(0, at - 7), at)
  for (const [sign, unit] of MONEY_BEFORE) {
    const found = sign.exec(before)
    if (found && !/[\p{L}]/u.test(before.charAt(found.index - 1)))
      return { unit, start: at - before.length + found.index }
  }
  return null
}

// "208 pounds" weigh, "20 pounds" may cost: only the sign is sure, so the word is a weight. These are always money.
const MONEY = new Set(
  'usd cent eur gbp jpy cny inr aud cad hkd krw ils chf dkk sek hrk sen myr sgd'.split(' '),
)

/** Whether a canonical unit is a currency, alone or as the top of a rate (`usd/token`). */
export const isMoney = (unit: string): boolean => MONEY.has(unit.split('/')[0] ?? '')
