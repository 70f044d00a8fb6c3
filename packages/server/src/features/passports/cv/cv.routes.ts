import type { Context } from 'hono'
import { requirePerson } from '#ctx'
import { refuse } from '#kit/errors.ts'
import type { ApiVariables, PlatformApi } from '#web/api.ts'
import { findCvShare } from './find-cv-share.ts'
import { printCv } from './pdf/print-cv.ts'
import { presentCv } from './present-cv.ts'
import { publicBadgeAt } from './public-badge-at.ts'
import { getCv } from './read-cvs.ts'
import { writeRecord } from './write-record.ts'
import { writeResume } from './write-resume.ts'

type C = Context<{ Variables: ApiVariables }>

export function registerCvRoutes(api: PlatformApi): void {
  api.get('/me/cv/:cvId/cv.pdf', async (c) => {
    const ctx = c.get('ctx')
    requirePerson(ctx)
    const { bytes, name } = await printCv(ctx, c.req.param('cvId'))
    return answer(c, new Uint8Array(bytes), { type: 'application/pdf', name: `${name}.pdf` })
  })
  api.get('/me/cv/:cvId/resume.json', async (c) => {
    const ctx = c.get('ctx')
    const cv = await getCv(ctx, c.req.param('cvId'))
    const share = await findCvShare(ctx, cv.cvId)
    const presented = await presentCv(ctx, cv.cvId, { badgeAt: publicBadgeAt(ctx, share?.address) })
    if (!presented) throw refuse('not_found')
    return answer(c, JSON.stringify(writeResume(presented, cv), null, 2), { type: 'application/json', name: 'resume.json' })
  })
  api.get('/me/clr.json', async (c) => {
    const record = await writeRecord(c.get('ctx'), { withName: c.req.query('name') === 'yes' })
    return answer(c, JSON.stringify(record, null, 2), { type: 'application/json', name: 'clr.json' })
  })
}

/** As a file, kept by no cache in between. */
const answer = (c: C, body: string | Uint8Array<ArrayBuffer>, { type, name }: { type: string; name: string }) =>
  c.body(body, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name.normalize('NFD').replace(/[^\w. -]/g, '')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
