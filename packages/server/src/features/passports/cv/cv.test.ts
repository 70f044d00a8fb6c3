import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, asSystem } from '#ctx'
import { respondToCredential, revokeCredential } from '#features/credentials/index.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { writeNote } from '../collection/write-note.ts'
import { FOREIGN_ALIGNED, type Holder, makeHolder } from '../passports.fixture.ts'
import { createCv } from './create-cv.ts'
import type { CvInput } from './cv.schema.ts'
import { readMonth } from './month.schema.ts'
import { presentCv } from './present-cv.ts'
import { getCv, listCvs } from './read-cvs.ts'
import { deleteCv, saveCv } from './save-cv.ts'

let platform: TestApp
let amina: Holder
beforeAll(async () => {
  platform = await makeApp()
  amina = await makeHolder(platform.ctx, { received: 3, imported: [FOREIGN_ALIGNED] })
})
afterAll(() => platform[Symbol.asyncDispose]())

/** What the form of a CV sends when only this changed. */
async function changed(cvId: string, content: Partial<CvInput['content']>, rest: Partial<CvInput> = {}) {
  const cv = await getCv(amina.ctx, cvId)
  return { cvId, title: cv.title, locale: cv.locale, badgeIds: cv.badgeIds, ...rest, content: { ...cv.content, ...content } }
}

describe('a CV', () => {
  test('begins with the name, the address, the badges that hold and what was written beside them', async () => {
    await writeNote(amina.ctx, { badgeId: amina.credentialIds[0]!, sentence: 'Mon premier projet à plusieurs.' })
    const { cvId } = await createCv(amina.ctx, { locale: 'fr' })
    expect(await presentCv(amina.ctx, cvId)).toMatchObject({
      name: 'Amina Benali',
      email: amina.address,
      locale: 'fr',
      badges: expect.arrayContaining([expect.objectContaining({ badgeId: amina.credentialIds[0], sentence: 'Mon premier projet à plusieurs.', state: null })]),
      skills: { attested: expect.arrayContaining([expect.objectContaining({ name: 'Travailler en équipe', badges: ['Badge 1 : travailler en équipe'] })]), own: [] },
      leftOut: [],
    })
  })

  test('speaks its own language, whoever reads it', async () => {
    const { cvId } = await createCv({ ...amina.ctx, locale: 'fr' }, { locale: 'en' })
    await saveCv(
      amina.ctx,
      await changed(cvId, {
        experiences: [{ kind: 'volunteering', role: 'Referee', organization: 'Judo club', place: 'Poitiers', from: 'septembre 2021', to: '06/2023', text: '' }],
        languages: [{ name: 'French', level: 'native' }],
      }),
    )
    expect(await presentCv(asSystem(platform.ctx), cvId)).toMatchObject({
      volunteering: [{ title: 'Referee', where: 'Judo club, Poitiers', when: 'Sept 2021 – Jun 2023' }],
      languages: [{ level: 'native' }],
      words: { sections: { volunteering: 'Volunteering' } },
    })
  })

  test('leaves out what was withdrawn or declined since, and tells only its person', async () => {
    const holder = await makeHolder(platform.ctx, { received: 3, imported: [] })
    const { cvId } = await createCv(holder.ctx, { locale: 'fr' })
    const [revoked, declined, kept] = holder.credentialIds
    await revokeCredential(asSystem(platform.ctx), { credentialId: revoked!, reason: 'Émis par erreur' })
    await respondToCredential(holder.ctx, { credentialId: declined!, response: 'declined' })
    const seen = await presentCv(asSystem(platform.ctx), cvId, { badgeAt: (id) => `/there/${id}` })
    expect(seen?.badges.map(({ badgeId, href }) => [badgeId, href])).toEqual([[kept, `/there/${kept}`]])
    expect(seen?.skills.attested).toHaveLength(1)
    expect(seen?.leftOut).toEqual([])
    expect((await presentCv(holder.ctx, cvId))?.leftOut).toHaveLength(2)
  })

  test('is nobody else’s to read, change or delete', async () => {
    const other = await makeHolder(platform.ctx, { received: 0, imported: [] })
    const { cvId } = await createCv(amina.ctx, { locale: 'fr' })
    expect(await presentCv(other.ctx, cvId)).toBeUndefined()
    await expect(presentCv(as(platform.ctx, { kind: 'anonymous' }), cvId)).rejects.toMatchObject({ code: 'not_signed_in' })
    await expect(saveCv(other.ctx, await changed(cvId, {}))).rejects.toMatchObject({ status: 404 })
    await expect(deleteCv(other.ctx, cvId)).rejects.toMatchObject({ status: 404 })
    expect(await listCvs(other.ctx)).toEqual([])
    await deleteCv(amina.ctx, cvId)
    await expect(getCv(amina.ctx, cvId)).rejects.toMatchObject({ status: 404 })
  })

  test('holds only badges of its person', async () => {
    const other = await makeHolder(platform.ctx, { received: 1, imported: [] })
    const { cvId } = await createCv(amina.ctx, { locale: 'fr' })
    const badgeIds = [other.credentialIds[0]!, amina.importedIds[0]!]
    await saveCv(amina.ctx, await changed(cvId, { sentences: { [badgeIds[0]!]: 'volé', [badgeIds[1]!]: 'à moi' } }, { badgeIds }))
    expect(await getCv(amina.ctx, cvId)).toMatchObject({ badgeIds: [amina.importedIds[0]], content: { sentences: { [amina.importedIds[0]!]: 'à moi' } } })
  })

  test('that another window saved meanwhile is not overwritten unasked', async () => {
    const { cvId } = await createCv(amina.ctx, { locale: 'fr' })
    const { changedAt } = await getCv(amina.ctx, cvId)
    platform.setNow(new Date('2026-11-23T09:05:00Z'))
    await saveCv(amina.ctx, { ...(await changed(cvId, { headline: 'Animatrice' })), readAt: changedAt })
    await expect(saveCv(amina.ctx, { ...(await changed(cvId, { headline: 'Autre' })), readAt: changedAt })).rejects.toMatchObject({ code: 'cv_changed_meanwhile' })
    expect((await getCv(amina.ctx, cvId)).content.headline).toBe('Animatrice')
    await saveCv(amina.ctx, await changed(cvId, { headline: 'Autre' }))
    expect((await getCv(amina.ctx, cvId)).content.headline).toBe('Autre')
  })

  test.each([
    [{ email: 'pas une adresse' }, 'content.email', 'email'],
    [{ website: 'javascript:alert(1)' }, 'content.website', 'web_address'],
    [{ links: [{ label: 'x', url: 'data:text/html,x' }] }, 'content.links.0.url', 'web_address'],
    [{ name: ' ' }, 'content.name', 'required'],
    [{ educations: [{ title: 'BTS', organization: '', place: '', from: 'hier', to: '', text: '' }] }, 'content.educations.0.from', 'month'],
    [{ educations: [{ title: 'BTS', organization: '', place: '', from: '2024', to: '2023-12', text: '' }] }, 'content.educations.0.to', 'ends_before'],
    [{ summary: 'x'.repeat(1501) }, 'content.summary', 'too_long'],
  ] as const)('names the field that it cannot take: %j', async (content, path, message) => {
    const { cvId } = await createCv(amina.ctx, { locale: 'fr' })
    const error = await saveCv(amina.ctx, await changed(cvId, content as never)).catch((thrown) => thrown)
    expect(error.issues?.map((issue: { path: string[]; message: string }) => [issue.path.join('.'), issue.message])).toEqual([[path, message]])
    await deleteCv(amina.ctx, cvId)
  })
})

test.each([
  ['2023', '2023'],
  ['09/2023', '2023-09'],
  ['9-2023', '2023-09'],
  ['2023-09-14', '2023-09'],
  ['14/09/2023', '2023-09'],
  ['Sept. 2023', '2023-09'],
  ['1er août 2023', '2023-08'],
  ['juil. 2023', '2023-07'],
  ['May 2023', '2023-05'],
  ['', ''],
  ['13/2023', undefined],
  ['jui 2023', undefined],
  ['23', undefined],
  ['aujourd’hui', undefined],
])('a month typed as “%s” is read as %s', (typed, month) => expect(readMonth(typed)).toBe(month))
