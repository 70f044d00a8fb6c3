import type { Context } from 'hono'
import { etag } from 'hono/etag'
import { XLSX_TYPE } from '#kit/xlsx.ts'
import type { ApiVariables, PlatformApi } from '#web/api.ts'
import { translate } from '#web/translations.ts'
import { readFilter } from '../browser/cells.ts'
import { receiveVerdict } from '../lesson/receive-verdict.ts'
import { enterOwnProgramme } from '../programmes/pages/enter.ts'
import { readDatedGrid, readGridChanges } from './read-grid.ts'
import { writeGridCsv, writeGridXlsx } from './write-grid-files.ts'

const ADDRESS = '/organizations/:slug/programmes/:programmeId/grid'

export function registerGridRoutes(api: PlatformApi): void {
  // What the open grid asks for every few seconds: who changed since it was opened. And what it sends.
  api.get(`${ADDRESS}.json`, etag(), async (c) => {
    const ctx = c.get('ctx')
    const { id } = await enterOwnProgramme(ctx, c.req.param())
    const since = new Date(c.req.query('since') ?? '')
    return c.json(await readGridChanges(ctx, id, Number.isNaN(since.getTime()) ? ctx.now() : since))
  })
  api.post(`${ADDRESS}.json`, async (c) => {
    const ctx = c.get('ctx')
    const programme = await enterOwnProgramme(ctx, c.req.param())
    await receiveVerdict(ctx, programme, await c.req.formData())
    return c.body(null, 204)
  })
  api.get(`${ADDRESS}.csv`, async (c) => {
    const { grid, filter, t } = await readAsked(c, c.req.param())
    return c.body(writeGridCsv(grid, filter, t), 200, fileHeaders('text/csv; charset=utf-8', t, 'csv'))
  })
  api.get(`${ADDRESS}.xlsx`, async (c) => {
    const { grid, filter, t } = await readAsked(c, c.req.param())
    return c.body(await writeGridXlsx(grid, filter, t), 200, fileHeaders(XLSX_TYPE, t, 'xlsx'))
  })
}

/** The same rows as on the page. */
async function readAsked(c: Context<{ Variables: ApiVariables }>, where: { slug: string; programmeId: string }) {
  const ctx = c.get('ctx')
  const { id } = await enterOwnProgramme(ctx, where)
  return { grid: await readDatedGrid(ctx, id), filter: readFilter(new URL(c.req.url).searchParams), t: translate(ctx.locale) }
}

const fileHeaders = (type: string, t: (key: string) => string, ending: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${t('grid:files.name')}.${ending}"`,
  'x-content-type-options': 'nosniff',
})
