import type { Context } from 'hono'
import { Refusal, refuse } from '#kit/errors.ts'
import type { ApiVariables, PlatformApi } from '#web/api.ts'
import { translate } from '#web/translations.ts'
import { enterOwnProgramme } from '../programmes/pages/enter.ts'
import { readBonus } from './bonus/read-bonus.ts'
import { writeBonusCsv, writeBonusText } from './bonus/write-bonus-files.ts'
import { PrintForm } from './booklets.schema.ts'
import { getChildBooklet } from './child-booklets.ts'
import { getOwnBooklet } from './own-booklets.ts'
import { printBooklets, printClass } from './print/print-booklets.ts'

type C = Context<{ Variables: ApiVariables }>

export function registerBookletsRoutes(api: PlatformApi): void {
  api.post('/organizations/:slug/programmes/:programmeId/booklets.pdf', answerClass)
  api.get('/me/practice/:programmeId/booklet.pdf', answerOwn)
  api.get('/me/children/:childId/booklets/:programmeId/booklet.pdf', answerChild)
  api.get('/organizations/:slug/programmes/:programmeId/bonus.txt', (c) => answerBonus(c, 'txt'))
  api.get('/organizations/:slug/programmes/:programmeId/bonus.csv', (c) => answerBonus(c, 'csv'))
}

const paramsOf = (c: C) => c.req.param() as { slug: string; programmeId: string; childId: string }

function demandSignedIn(c: C) {
  const ctx = c.get('ctx')
  if (ctx.actor.kind === 'anonymous') throw refuse('not_signed_in')
  return ctx
}

/** The form of the page with the booklets posts here: a file is no page, and needs no script. */
async function answerClass(c: C) {
  const ctx = demandSignedIn(c)
  const { slug, programmeId } = paramsOf(c)
  const form = await c.req.formData()
  const { person, cohort } = PrintForm.parse({ ...Object.fromEntries(form), person: form.getAll('person') })
  await enterOwnProgramme(ctx, { slug, programmeId })
  try {
    return sendPdf(c, await printClass(ctx, { programmeId, personIds: person }))
  } catch (error) {
    // What the person can put right is said on the page they come from.
    if (!(error instanceof Refusal) || ![413, 422].includes(error.status)) throw error
    const search = new URLSearchParams({ problem: error.code, ...(cohort && { cohort }) })
    return c.redirect(`/organizations/${encodeURIComponent(slug)}/programmes/${programmeId}/booklets?${search}`, 303)
  }
}

async function answerOwn(c: C) {
  const ctx = demandSignedIn(c)
  return sendPdf(c, await printBooklets(ctx, [await getOwnBooklet(ctx, paramsOf(c).programmeId)]))
}

async function answerChild(c: C) {
  const ctx = demandSignedIn(c)
  return sendPdf(c, await printBooklets(ctx, [await getChildBooklet(ctx, paramsOf(c))]))
}

async function answerBonus(c: C, kind: 'txt' | 'csv') {
  const ctx = demandSignedIn(c)
  const { slug, programmeId } = paramsOf(c)
  await enterOwnProgramme(ctx, { slug, programmeId })
  const bonus = await readBonus(ctx, programmeId, { periodId: c.req.query('period'), cohort: c.req.query('cohort') })
  const text = kind === 'csv' ? writeBonusCsv(ctx, bonus) : writeBonusText(ctx, bonus)
  return c.body(text, 200, {
    'content-type': kind === 'csv' ? 'text/csv; charset=utf-8' : 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="bonus-${slug}.${kind}"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
}

/** Nobody's name in the name of a file: it lies about in folders of downloads. */
const sendPdf = (c: C, pdf: Uint8Array) =>
  c.body(pdf as Uint8Array<ArrayBuffer>, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${translate(c.get('ctx').locale)('booklets:paper.file_name')}.pdf"`,
    'cache-control': 'private, no-store',
  })
