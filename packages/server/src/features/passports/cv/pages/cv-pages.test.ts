import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callPage } from '../../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../../tests/support/make-app.ts'
import { type Holder, makeHolder } from '../../passports.fixture.ts'
import { listShares } from '../../shares/list-shares.ts'
import { createCv } from '../create-cv.ts'
import { getCv } from '../read-cvs.ts'
import * as onePage from './cv.server.ts'
import * as editPage from './cv-edit.server.ts'
import * as listPage from './cvs.server.ts'

let platform: TestApp
let amina: Holder
beforeAll(async () => {
  platform = await makeApp()
  amina = await makeHolder(platform.ctx, { received: 3, imported: [] })
})
afterAll(() => platform[Symbol.asyncDispose]())

type Half = Parameters<typeof callPage>[1]
type Fields = Record<string, string | string[]> | FormData
const call = (half: Half, { cvId, form, who = amina }: { cvId?: string; form?: Fields; who?: Holder } = {}) =>
  callPage(platform.ctx, half, { actor: who.actor, params: cvId ? { cvId } : {}, ...(form && { form: form as never }) })

/** The form as a browser without scripts sends it. */
async function formOf(cvId: string): Promise<Record<string, string | string[]>> {
  const { draft, readAt } = (await call(editPage.loader, { cvId })).data
  const rows = ['experiences', 'educations', 'languages', 'links', 'badges'].flatMap((list) =>
    draft[list].flatMap(({ key, values }: { key: number; values: Record<string, string> }, index: number) =>
      Object.entries({ key: String(key), ...values }).map(([name, value]) => [`${list}.${index}.${name}`, value]),
    ),
  )
  return { ...draft.values, skills: draft.skills, ...Object.fromEntries(rows), readAt, intent: 'save' }
}

describe('the form of a CV without scripts', () => {
  test('keeps all that was typed at each button, and saves nothing before it is told to', async () => {
    const { cvId } = await createCv(amina.ctx, { locale: 'fr' })
    const typed = { ...(await formOf(cvId)), headline: 'Animatrice', 'experiences.0.role': 'Arbitre', 'experiences.1.role': 'Trésorière', 'experiences.1.from': 'pas une date' }
    const added = await call(editPage.action, { cvId, form: { ...typed, intent: 'add:experiences' } })
    expect(added.data.draft.experiences.map(({ values }: { values: object }) => values)).toMatchObject([{ role: 'Arbitre' }, { role: 'Trésorière', from: 'pas une date' }, {}])
    expect(added.data.draft.values.headline).toBe('Animatrice')
    const moved = await call(editPage.action, { cvId, form: { ...typed, intent: 'up:experiences:1' } })
    expect(moved.data.draft.experiences.map(({ values }: { values: { role: string } }) => values.role)).toEqual(['Trésorière', 'Arbitre'])
    const removed = await call(editPage.action, { cvId, form: { ...typed, intent: 'remove:experiences:0' } })
    expect(removed.data.draft.experiences.map(({ values }: { values: { role: string } }) => values.role)).toEqual(['Trésorière'])
    expect((await getCv(amina.ctx, cvId)).content).toMatchObject({ headline: '', experiences: [] })
  })

  test('takes ticked badges in whatever button is pressed, and only one’s own', async () => {
    const { cvId } = await createCv(amina.ctx, { locale: 'fr', withBadges: false })
    const other = await makeHolder(platform.ctx, { received: 1, imported: [] })
    const ticked = [amina.credentialIds[1]!, other.credentialIds[0]!]
    const { data } = await call(editPage.action, { cvId, form: { ...(await formOf(cvId)), ticked, intent: 'add-badges' } })
    expect(data.draft.badges.map(({ values }: { values: { id: string } }) => values.id)).toEqual([amina.credentialIds[1]])
    expect(await call(editPage.action, { cvId, form: { ...(await formOf(cvId)), ticked } })).toMatchObject({ location: `/me/cv/${cvId}?done=saved` })
    expect((await getCv(amina.ctx, cvId)).badgeIds).toEqual([amina.credentialIds[1]])
  })

  test('names what it cannot take, and loses nothing', async () => {
    const { cvId } = await createCv(amina.ctx, { locale: 'fr' })
    const form = { ...(await formOf(cvId)), email: 'amina@', 'educations.0.title': 'Licence', 'educations.0.from': 'jadis' }
    const { data } = await call(editPage.action, { cvId, form })
    expect(data.problem).toEqual({ code: 'invalid_input', fields: { 'content.email': 'email', 'content.educations.0.from': 'month' } })
    expect(data.draft).toMatchObject({ values: { email: 'amina@' }, educations: [{ values: { title: 'Licence', from: 'jadis' } }] })
  })

  test('tells of another window, and overwrites when asked', async () => {
    const { cvId } = await createCv(amina.ctx, { locale: 'fr' })
    const first = { ...(await formOf(cvId)), headline: 'Première' }
    const second = { ...(await formOf(cvId)), headline: 'Seconde' }
    platform.setNow(new Date('2026-11-23T09:10:00Z'))
    await call(editPage.action, { cvId, form: first })
    const { data } = await call(editPage.action, { cvId, form: second })
    expect(data).toMatchObject({ problem: { code: 'cv_changed_meanwhile' }, draft: { values: { headline: 'Seconde' } } })
    expect((await getCv(amina.ctx, cvId)).content.headline).toBe('Première')
    await call(editPage.action, { cvId, form: { ...second, intent: 'overwrite' } })
    expect((await getCv(amina.ctx, cvId)).content.headline).toBe('Seconde')
  })

  test('rows that were never filled are not kept', async () => {
    const { cvId } = await createCv(amina.ctx, { locale: 'fr' })
    const form = {
      ...(await formOf(cvId)),
      'experiences.0.kind': 'work',
      'experiences.0.role': ' ',
      'languages.0.level': 'B2',
      'links.0.label': 'Blog',
      ownSkills: 'Judo\n\nTarot, Judo',
    }
    await call(editPage.action, { cvId, form })
    expect((await getCv(amina.ctx, cvId)).content).toMatchObject({ experiences: [], languages: [], links: [], ownSkills: ['Judo', 'Tarot'] })
  })
})

describe('the pages of CVs', () => {
  test('begin one, copy it in another language, and delete it', async () => {
    const begun = await call(listPage.action, { form: { intent: 'new', title: 'Stage', locale: 'fr' } })
    const cvId = /^\/me\/cv\/(.+)\/edit$/.exec(begun.location!)![1]!
    const copied = await call(onePage.action, { cvId, form: { intent: 'copy', locale: 'en' } })
    const copyId = /^\/me\/cv\/(.+)\/edit$/.exec(copied.location!)![1]!
    expect(await getCv(amina.ctx, copyId)).toMatchObject({ title: 'Stage (copie)', locale: 'en', badgeIds: (await getCv(amina.ctx, cvId)).badgeIds })
    expect(await call(onePage.action, { cvId: copyId, form: { intent: 'delete' } })).toMatchObject({ location: '/me/cv?done=deleted' })
    expect((await call(onePage.loader, { cvId: copyId })).status).toBe(404)
    expect((await call(listPage.loader)).data.cvs.map(({ cvId }: { cvId: string }) => cvId)).toContain(cvId)
  })

  test('read a JSON Resume, and say which field of it they cannot', async () => {
    const send = (text: string) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ intent: 'import', title: 'Repris', locale: 'fr' })) form.set(name, value)
      form.set('file', new File([text], 'resume.json'))
      return call(listPage.action, { form })
    }
    const { location } = await send('{"basics":{"name":"Amina B.","label":"Animatrice"}}')
    expect((await getCv(amina.ctx, /cv\/(.+)\/edit/.exec(location!)![1]!)).content).toMatchObject({ name: 'Amina B.', headline: 'Animatrice' })
    expect((await send('{"work":[{"endDate":"un jour"}]}')).data).toMatchObject({
      problem: { code: 'resume_field', detail: { field: 'work[0].endDate' } },
      values: { title: 'Repris' },
    })
    expect((await call(listPage.action, { form: { intent: 'import', locale: 'fr' } })).data).toMatchObject({ problem: { code: 'resume_not_given' } })
    expect((await send('x'.repeat(600_000))).data).toMatchObject({ problem: { code: 'too_large' } })
  })

  test('open one address for the code, however often it is asked, and close it', async () => {
    const { cvId } = await createCv(amina.ctx, { locale: 'fr' })
    await call(onePage.action, { cvId, form: { intent: 'open', days: '30' } })
    await call(onePage.action, { cvId, form: { intent: 'open', days: '365' } })
    const of = async () => (await listShares(amina.ctx)).filter((share) => share.cvId === cvId)
    expect(await of()).toMatchObject([{ scope: 'cv', purpose: 'link', expiresAt: new Date(platform.ctx.now().getTime() + 30 * 86_400_000) }])
    expect((await call(onePage.loader, { cvId })).data.share).toMatchObject({ address: (await of())[0]!.address })
    await call(onePage.action, { cvId, form: { intent: 'close' } })
    expect((await call(onePage.loader, { cvId })).data.share).toBeUndefined()
  })

  test('a child has none, and is told so', async () => {
    const child = await makeHolder(platform.ctx, { received: 1, imported: [], birthDate: '2014-05-05' })
    const { cvId } = await createCv(child.ctx, { locale: 'fr' })
    expect((await call(onePage.loader, { cvId, who: child })).data).toMatchObject({ isProtected: true, share: undefined })
    expect((await call(onePage.action, { cvId, who: child, form: { intent: 'open', days: '30' } })).data).toMatchObject({ problem: { code: 'shares_from_fifteen' } })
  })

  test('are nobody else’s', async () => {
    const other = await makeHolder(platform.ctx, { received: 0, imported: [] })
    const { cvId } = await createCv(amina.ctx, { locale: 'fr' })
    for (const half of [onePage.loader, editPage.loader]) expect((await call(half, { cvId, who: other })).status).toBe(404)
    const forms: Record<string, string>[] = [{ intent: 'copy', locale: 'fr' }, { intent: 'delete' }, { intent: 'open', days: '30' }, { intent: 'close' }]
    for (const form of forms) expect((await call(onePage.action, { cvId, who: other, form })).status).toBe(404)
    expect((await call(editPage.action, { cvId, who: other, form: await formOf(cvId) })).status).toBe(404)
    expect((await callPage(platform.ctx, listPage.loader)).location).toMatch(/^\/sign-in\?next=/)
    expect(await getCv(amina.ctx, cvId)).toMatchObject({ cvId })
  })
})
