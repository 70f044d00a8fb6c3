/** The mark: a boat whose mainsail is a badge. Drawn on a 64 grid, without text or outside reference. */

type Tones = { hull: string; sail: string; tick: string; jib: string }

const daylight: Tones = { hull: '#0f4f66', sail: '#e8603f', tick: '#fffaf0', jib: '#f6b545' }
const nightfall: Tones = { hull: '#f4eee1', sail: '#f2795a', tick: '#14283a', jib: '#f6bf5c' }

const HULL = 'M6 45H58a2 2 0 0 1 2 2.4C58 55 51.5 60 43 60H21C12.5 60 6 55 4 47.4A2 2 0 0 1 6 45Z'
const MAST = 'M23.5 5V46'
const JIB = 'M18.5 17V39H7.5Z'
const TICK = 'M34.5 24.5l5.2 5.2l9.8-10.7'

const drawBoat = ({ hull, sail, tick, jib }: Tones): string =>
  [
    `<path d="${MAST}" fill="none" stroke="${hull}" stroke-width="3.4" stroke-linecap="round"/>`,
    `<path d="${JIB}" fill="${jib}" stroke="${jib}" stroke-width="2.6" stroke-linejoin="round"/>`,
    `<circle cx="42" cy="24" r="16" fill="${sail}"/>`,
    `<path d="${TICK}" fill="none" stroke="${tick}" stroke-width="4.4" stroke-linecap="round" stroke-linejoin="round"/>`,
    `<path d="${HULL}" fill="${hull}"/>`,
  ].join('')

/** B, O, A, T as strokes, so that the name needs no font. */
const LETTERS =
  'M80 19V47M80 19h9a6.7 6.7 0 0 1 0 13.4H80M80 32.4h10.3a7.3 7.3 0 0 1 0 14.6H80M108 33a14 14 0 1 0 28 0a14 14 0 1 0-28 0M144 47l12-28l12 28M148.5 37.5h15M172 19h22M183 19v28'

const drawing = (width: number, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 64" width="${width}" height="64" role="img"><title>BOAT</title>${body}</svg>`

const wordmark = (tones: Tones): string =>
  drawing(200, `${drawBoat(tones)}<path d="${LETTERS}" fill="none" stroke="${tones.hull}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`)

export const boatMark = drawing(64, drawBoat(daylight))
export const boatMarkOnDark = drawing(64, drawBoat(nightfall))
export const boatWordmark = wordmark(daylight)
export const boatWordmarkOnDark = wordmark(nightfall)

/** On a tile of its own, so that it shows in light and dark tabs. */
export const boatFavicon = drawing(
  64,
  `<rect width="64" height="64" rx="14" fill="#0f4f66"/><g transform="translate(5.4 4.2) scale(.83)">${drawBoat({ ...nightfall, hull: '#fffaf0', tick: '#fffaf0', sail: '#e8603f' })}</g>`,
)

/** One colour, that of the text around it; the tick is cut out of the sail. */
export const boatMonochrome = drawing(
  64,
  [
    `<path d="${MAST}" fill="none" stroke="currentColor" stroke-width="3.4" stroke-linecap="round"/>`,
    `<path d="${JIB}" fill="currentColor" stroke="currentColor" stroke-width="2.6" stroke-linejoin="round"/>`,
    '<path d="M26 24a16 16 0 1 0 32 0a16 16 0 1 0-32 0ZM51.1 20.5a2.2 2.2 0 0 0-3.2-3l-8.2 9l-3.6-3.6a2.2 2.2 0 0 0-3.2 3.2l5.2 5.2a2.2 2.2 0 0 0 3.2 0Z" fill="currentColor" fill-rule="evenodd"/>',
    `<path d="${HULL}" fill="currentColor"/>`,
  ].join(''),
)
