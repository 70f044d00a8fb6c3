import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { makeSchool, type Somebody } from '../../../../tests/support/make-school.ts'
import { DraftContent } from '../achievement.schema.ts'
import { contentValues, designValues, FIRST_DESIGN, readContent, readDesign, type Values } from '../achievement-form.schema.ts'
import { demoDesigns } from '../design/art.ts'
import { createAchievement, getAchievement, publishVersion } from '../index.ts'
import * as achievement from './achievement.server.ts'
import * as achievements from './achievements.server.ts'
import * as edit from './edit-achievement.server.ts'
import * as markdown from './preview-markdown.server.ts'
import * as publicPage from './public-achievement.server.ts'

let app: TestApp
let school: Awaited<ReturnType<typeof makeSchool>>
let other: Awaited<ReturnType<typeof makeSchool>>
beforeAll(async () => {
  app = await makeApp()
  school = await makeSchool(app.ctx)
  other = await makeSchool(app.ctx, 'Lycée Genevoix')
})
afterAll(() => app[Symbol.asyncDispose]())

/** What the empty form sends, as a person first fills it in. */
const filled = (more: Values = {}): Values => ({
  ...contentValues(DraftContent.parse({})),
  ...designValues(FIRST_DESIGN),
  imageSource: 'draw',
  imageId: '',
  revision: '0',
  intent: 'save',
  'name.fr': 'Éco-délégué',
  'description.fr': 'Représente sa classe pour l’environnement.',
  'criteria.fr': '- Élu par sa classe',
  'imageAlt.fr': 'Trois personnes dans un rond bleu',
  tags: 'écologie, Collège; écologie',
  ...more,
})
const at = (achievementId?: string, slug = school.slug): Record<string, string> => ({ slug, ...(achievementId && { achievementId }) })
const post = (form: FormData | Values, achievementId?: string, who: Somebody = school.designer) =>
  callPage(app.ctx, edit.action, { actor: who.actor, params: at(achievementId), form })
const created = (location = '') => /achievements\/([0-9a-f-]{36})/.exec(location)![1]!
const make = async (more: Values = {}) => created((await post(filled(more))).location)
const withFile = (values: Values, bytes: Uint8Array, name = 'badge.png') => {
  const form = new FormData()
  for (const [key, value] of Object.entries(values)) form.append(key, value)
  form.append('imageFile', new File([new Uint8Array(bytes)], name, { type: 'application/octet-stream' }))
  return form
}

describe('the form', () => {
  it('creates a draft with a drawn image, and comes back to it', async () => {
    const { status, location } = await post(filled())
    expect({ status, location }).toMatchObject({ status: 302, location: expect.stringMatching(/\/edit\?done=saved$/) })
    const { draft } = await getAchievement(school.designer.ctx, created(location))
    expect(draft).toMatchObject({ revision: 1, missing: [], content: { name: { fr: 'Éco-délégué' }, tags: ['écologie', 'Collège'] } })
    const { data } = await callPage(app.ctx, edit.loader, { actor: school.designer.actor, params: at(created(location)) })
    expect(data.values).toMatchObject({
      'name.fr': 'Éco-délégué',
      imageSource: 'draw',
      'design.shape': 'circle',
      imageId: draft!.imageId,
      revision: '1',
      tags: 'écologie, Collège',
    })
    expect(data.criteriaHtml).toContain('<li>Élu par sa classe</li>')
  })

  it('saves an incomplete draft, and goes to the preview when asked', async () => {
    const { location } = await post(filled({ 'name.fr': '', 'criteria.fr': '', intent: 'save-and-preview' }))
    expect(location).toBe(`/organizations/${school.slug}/achievements/${created(location)}`)
    const { data } = await callPage(app.ctx, achievement.loader, { actor: school.designer.actor, params: at(created(location)) })
    expect(data).toMatchObject({ missing: ['name', 'criteria'], isDraft: true, versions: [] })
  })

  it('adds and removes rows without scripts, keeping what was typed', async () => {
    const added = (await post(filled({ 'alignment.0.targetName': 'Un', 'alignment.4.targetName': 'Deux', intent: 'add-alignment' }))).data.values
    expect(added).toMatchObject({ 'alignment.5.targetName': '', 'name.fr': 'Éco-délégué' })
    const removed = (await post({ ...added, intent: 'remove-alignment:0' })).data.values
    expect(Object.keys(removed).filter((name) => name.startsWith('alignment.'))).toEqual(['alignment.4.targetName', 'alignment.5.targetName'])
    expect(readContent(removed).alignments).toEqual([{ targetName: 'Deux', targetUrl: '', targetCode: '', targetFramework: '', targetDescription: '' }])
  })

  it('shows the drawing without scripts: nothing is saved, everything typed comes back', async () => {
    const { data } = await post(filled({ 'design.shape': 'shield', intent: 'preview' }))
    expect(readDesign(data.values)).toMatchObject({ shape: 'shield' })
    expect(await app.ctx.db.selectFrom('achievement').selectAll().where('id', '=', app.ctx.newId()).execute()).toEqual([])
  })

  it('takes a PNG whatever its name, and keeps it when something else must be corrected', async () => {
    const png = await sharp({ create: { width: 100, height: 80, channels: 3, background: '#0a0' } })
      .png()
      .toBuffer()
    const refused = await post(withFile(filled({ imageSource: 'upload', tags: 'x'.repeat(60) }), png, 'photo.svg'))
    expect(refused.data).toMatchObject({
      problem: { code: 'invalid_input', fields: { 'tags.0': 'too_long' } },
      values: { imageSource: 'keep', imageId: expect.stringMatching(/^[0-9a-f-]{36}$/), 'name.fr': 'Éco-délégué' },
    })
    const saved = await post({ ...refused.data.values, tags: 'court' })
    expect((await getAchievement(school.designer.ctx, created(saved.location))).draft).toMatchObject({ imageId: refused.data.values.imageId, missing: [] })
  })

  it('says what is wrong with a file, and loses nothing', async () => {
    expect((await post(withFile(filled(), Buffer.from('GIF89a'), 'badge.png'))).data).toMatchObject({
      problem: { code: 'image_unknown_format' },
      values: { 'name.fr': 'Éco-délégué' },
    })
    expect((await post(withFile(filled(), Buffer.alloc(1_100_000)))).data).toMatchObject({ problem: { code: 'image_too_large' } })
  })

  it('refuses to overwrite what somebody else saved, keeps what was typed, and lets it replace on a second word', async () => {
    const id = await make()
    await post(filled({ revision: '1', 'name.fr': 'De Claire' }), id, school.admin)
    const stale = await post(filled({ revision: '1', 'name.fr': 'De Paul' }), id)
    expect(stale.data).toMatchObject({ problem: { code: 'draft_changed', detail: { revision: 2 } }, values: { 'name.fr': 'De Paul' } })
    expect((await callPage(app.ctx, edit.loader, { actor: school.designer.actor, params: at(id) })).data.values).toMatchObject({ 'name.fr': 'De Claire', revision: '2' })
    expect((await post({ ...stale.data.values, revision: '2' }, id)).status).toBe(302)
  })

  it('a design goes through the form and comes out the same', () => {
    for (const design of Object.values(demoDesigns)) expect(readDesign(designValues(design))).toEqual(design)
    const initials = { ...FIRST_DESIGN, symbol: { kind: 'initials' as const, text: 'A1' } }
    expect(readDesign(designValues(initials))).toEqual(initials)
    expect(readDesign({ ...designValues(FIRST_DESIGN), 'design.shape': '<script>' })).toBeUndefined()
  })
})

describe('the page of a badge', () => {
  const act = (intent: string, id: string, who: Somebody = school.designer) => callPage(app.ctx, achievement.action, { actor: who.actor, params: at(id), form: { intent } })

  it('publishes, prepares a next version, archives and brings back, each with its confirmation', async () => {
    const id = await make()
    const here = `/organizations/${school.slug}/achievements/${id}`
    expect((await act('publish', id)).location).toBe(`${here}?done=publish`)
    expect((await act('publish', id)).data).toMatchObject({ problem: { code: 'no_draft' } })
    expect((await act('new-version', id)).location).toBe(`${here}/edit?done=new-version`)
    expect((await act('discard', id)).location).toBe(`${here}?done=discard`)
    expect((await act('archive', id)).location).toBe(`${here}?done=archive`)
    expect((await act('unarchive', id)).location).toBe(`${here}?done=unarchive`)
    expect((await act('steal', id)).status).toBe(400)
    expect((await callPage(app.ctx, edit.loader, { actor: school.designer.actor, params: at(id) })).location).toBe(here)
  })

  it('refuses to publish what is incomplete, and says what is missing', async () => {
    const id = await make({ 'imageAlt.fr': '' })
    expect((await act('publish', id)).data).toMatchObject({ problem: { code: 'not_publishable', detail: { missing: ['imageAlt'] } } })
    expect((await act('discard', id)).location).toBe(`/organizations/${school.slug}/achievements?done=discard`)
  })

  it('shows it to all the staff, and a badge of another structure to nobody under this address', async () => {
    const id = await make()
    const load = (who: Somebody, slug = school.slug) => callPage(app.ctx, achievement.loader, { actor: who.actor, params: at(id, slug) })
    expect((await load(school.member)).status).toBe(200)
    expect((await load(school.pupil)).status).toBe(403)
    expect((await load(other.owner)).status).toBe(403)
    expect([403, 404]).toContain((await load(other.owner, other.slug)).status)
  })
})

describe('doors', () => {
  it('are closed to visitors, pupils, other structures and, for changes, to those who do not design', async () => {
    const id = await make()
    const halves: [string, Parameters<typeof callPage>[1], object, boolean][] = [
      ['list', achievements.loader, {}, false],
      ['badge', achievement.loader, {}, false],
      ['edit', edit.loader, {}, true],
      ['save', edit.action, { form: filled({ revision: '1' }) }, true],
      ['publish', achievement.action, { form: { intent: 'publish' } }, true],
      ['markdown', markdown.action, { form: { text: '*a*' } }, true],
    ]
    for (const [name, half, more, isForDesigners] of halves) {
      const status = async (who?: Somebody) => (await callPage(app.ctx, half, { ...(who && { actor: who.actor }), params: at(id), ...more })).status
      expect([name, 'anonymous', await status()]).toEqual([name, 'anonymous', 302])
      for (const [who, somebody] of [
        ['pupil', school.pupil],
        ['elsewhere', other.owner],
      ] as const)
        expect([name, who, await status(somebody)]).toEqual([name, who, 403])
      for (const [who, somebody] of [
        ['member', school.member],
        ['issuer', school.issuer],
      ] as const)
        expect([name, who, await status(somebody)]).toEqual([name, who, isForDesigners ? 403 : 200])
    }
  })

  it('the live preview is sanitised', async () => {
    const { data } = await callPage(app.ctx, markdown.action, { actor: school.designer.actor, params: at(), form: { text: '**a** <script>alert(1)</script>' } })
    expect(data.html).toBe('<p><strong>a</strong> &lt;script&gt;alert(1)&lt;/script&gt;</p>\n')
    expect((await callPage(app.ctx, markdown.action, { actor: school.designer.actor, params: at(), form: { text: 'x'.repeat(10_001) } })).status).toBe(413)
  })
})

describe('the public page', () => {
  it('shows the latest version, older ones with a note, and no draft', async () => {
    const id = await make()
    expect((await callPage(app.ctx, publicPage.loader, { params: { achievementId: id } })).status).toBe(404)
    await publishVersion(school.designer.ctx, id)
    await callPage(app.ctx, achievement.action, { actor: school.designer.actor, params: at(id), form: { intent: 'new-version' } })
    await publishVersion(school.designer.ctx, id)
    const load = (number?: string) => callPage(app.ctx, publicPage.loader, { params: { achievementId: id, ...(number && { number }) } })
    expect((await load()).data).toMatchObject({
      number: 2,
      isLatest: true,
      name: 'Éco-délégué',
      issuer: { name: 'Collège Maurice Bedel' },
      url: `http://localhost:3999/achievements/${id}`,
      jsonLd: { version: '2', type: ['Achievement'] },
    })
    expect((await load('1')).data).toMatchObject({ number: 1, isLatest: false, url: `http://localhost:3999/achievements/${id}/versions/1` })
    expect((await load('9')).status).toBe(404)
    expect((await callPage(app.ctx, publicPage.loader, { params: { achievementId: 'x' } })).status).toBe(404)
  })

  it('speaks the reader’s language where the badge does, French elsewhere', async () => {
    const { achievementId } = await createAchievement(school.designer.ctx, {
      organizationId: school.organizationId,
      content: { name: { fr: 'Cuisine', en: 'Cooking' }, description: { fr: 'Sait cuisiner' }, criteria: { fr: '- oui' }, imageAlt: { fr: 'Une toque' } },
      image: { design: demoDesigns['committed-chef'] },
    })
    await publishVersion(school.designer.ctx, achievementId)
    const { data } = await callPage({ ...app.ctx, locale: 'en' }, publicPage.loader, { params: { achievementId } })
    expect(data).toMatchObject({ name: 'Cooking', description: 'Sait cuisiner', jsonLd: { name: 'Cuisine', inLanguage: 'fr' } })
  })
})
