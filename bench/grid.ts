// The grid of a year level, beside a plain HTML table of the same cells in the same browser: 1,200 pupils, 40 badges.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Grid, stateOf } from '../packages/server/src/features/practice/browser/cells.ts'
import { readGrid } from '../packages/server/src/features/practice/grid/read-grid.ts'
import { launchBrowser } from '../packages/server/tests/support/browser.ts'
import { makeYearLevel } from '../packages/server/tests/support/make-year-level.ts'
import { median, type Row } from './measure.ts'

const PUPILS = 1200
const BADGES = 40
const ROUNDS = 7
/** At least as fast as a plain table that needs no database, no session and no scripts. */
const GOAL = 1

await using school = await makeYearLevel({ pupils: PUPILS, badges: BADGES })
const grid = await readGrid(school.ctx, school.programmeId)
const plain = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(plainTable(grid)))
await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))
const plainAddress = `http://127.0.0.1:${(plain.address() as AddressInfo).port}/`
const browser = await launchBrowser()
const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'fr-FR' })
await context.addCookies([{ name: 'boat_session', value: school.cookie, url: school.url }])

const ours = () => open(`${school.url}${school.path}/grid`, '[role="grid"] [tabindex="0"]')
const theirs = () => open(plainAddress, 'tbody tr:last-child td:last-child')
const times: { ours: number; theirs: number }[] = []
await ours()
await theirs()
for (let round = 0; round < ROUNDS; round++) {
  const first = round % 2 === 0 ? await ours() : 0
  const second = await theirs()
  times.push({ ours: first || (await ours()), theirs: second })
}
await browser.close()
plain.close()

const value = median(times.map((time) => time.ours))
const ratio = median(times.map((time) => time.theirs / time.ours))
const row: Row = {
  id: 'grid-open',
  title: `open a grid of ${PUPILS} × ${BADGES}`,
  value: Math.round(value),
  unit: 'ms',
  ratio: Number(ratio.toFixed(2)),
  to: 'a plain table',
  goal: GOAL,
  met: ratio >= GOAL,
}
if (process.argv.includes('--json')) console.log(JSON.stringify({ rows: [row] }, null, 2))
else
  console.log(
    `${row.met ? '✓' : '✗'} ${row.title.padEnd(38)} ${String(row.value).padStart(9)} ms ${String(row.ratio).padStart(7)} × as fast as ${row.to} (goal ${GOAL.toFixed(2)})`,
  )

/** From the click to what can be used, drawn. */
async function open(address: string, usable: string): Promise<number> {
  const page = await context.newPage()
  const start = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForSelector(usable)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  const taken = performance.now() - start
  await page.close()
  return taken
}

function plainTable({ badges, rows }: Grid): string {
  const head = badges.map(({ name }) => `<th scope="col">${name}</th>`).join('')
  const body = rows.map(
    ({ personId, familyName, givenName, cells }) =>
      `<tr><th scope="row">${familyName} ${givenName}</th>${badges.map(({ achievementId }, place) => `<td><a href="/${personId}/${achievementId}">${stateOf(cells[place]!)}</a></td>`).join('')}</tr>`,
  )
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Grille</title><table><thead><tr><th scope="col">Élève</th>${head}</tr></thead><tbody>${body.join('')}</tbody></table></html>`
}
