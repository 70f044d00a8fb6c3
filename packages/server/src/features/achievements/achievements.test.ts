import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIssuerProfile, getIssuer } from '#features/issuers/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { makePerson, makeSchool, type Somebody } from '../../../tests/support/make-school.ts'
import type { DraftContentInput } from './achievement.schema.ts'
import { demoDesigns } from './design/art.ts'
import { discardDraft } from './discard-draft.ts'
import { findSimilar } from './find-similar.ts'
import {
  archiveAchievement,
  buildObAchievement,
  createAchievement,
  getAchievement,
  getVersion,
  listAchievements,
  listPublished,
  publishVersion,
  readImage,
  saveDraft,
  startNewVersion,
  storeImage,
  unarchiveAchievement,
} from './index.ts'

let app: TestApp
let school: Awaited<ReturnType<typeof makeSchool>>
let other: Awaited<ReturnType<typeof makeSchool>>
let admin: Somebody

beforeAll(async () => {
  app = await makeApp()
  school = await makeSchool(app.ctx)
  other = await makeSchool(app.ctx, 'Lycée Genevoix')
  admin = await makePerson(app.ctx, 'Claire', { isNetworkAdmin: true })
})
afterAll(() => app[Symbol.asyncDispose]())

const content = (name: string): DraftContentInput => ({
  name: { fr: name, en: 'Eco-citizen' },
  description: { fr: 'A mené une action pour l’environnement.' },
  criteria: { fr: '- Trois séances\n- Un adulte **atteste**' },
  imageAlt: { fr: 'Une pousse verte dans une feuille' },
  tags: ['écologie', 'collège'],
  alignments: [{ targetName: 'Citoyenneté', targetUrl: 'https://eduscol.education.fr/139', targetCode: 'D3', targetFramework: 'Socle commun' }],
})
const image = { design: demoDesigns['eco-citizen'], title: 'Éco-citoyen' }
const make = (name: string, where = school) => createAchievement(where.designer.ctx, { organizationId: where.organizationId, content: content(name), image })
const publish = async (name: string, where = school) => {
  const { achievementId } = await make(name, where)
  return { achievementId, ...(await publishVersion(where.designer.ctx, achievementId)) }
}
const codeOf = (run: Promise<unknown>) =>
  run.then(
    () => 'done',
    (error) => error.code ?? String(error),
  )

describe('from a draft to versions', () => {
  it('a draft is saved as it stands, and says what is missing before it can be published', async () => {
    const { achievementId } = await createAchievement(school.designer.ctx, { organizationId: school.organizationId, content: { name: { fr: 'Rien encore' } } })
    const { draft, versions } = await getAchievement(school.designer.ctx, achievementId)
    expect(draft).toMatchObject({ revision: 1, missing: ['description', 'criteria', 'image', 'imageAlt'] })
    expect(versions).toEqual([])
    await expect(publishVersion(school.designer.ctx, achievementId)).rejects.toMatchObject({
      code: 'not_publishable',
      status: 422,
      detail: { missing: ['description', 'criteria', 'image', 'imageAlt'] },
    })
  })

  it('an alignment half filled in keeps a badge from being published, not from being saved', async () => {
    const { achievementId } = await createAchievement(school.designer.ctx, {
      organizationId: school.organizationId,
      content: { ...content('À demi'), alignments: [{ targetName: 'Sans adresse', targetUrl: 'javascript:alert(1)' }] },
      image,
    })
    expect((await getAchievement(school.designer.ctx, achievementId)).draft!.missing).toEqual(['alignments'])
  })

  it('publishing gives version 1, which later versions leave as it is; the database itself refuses to change it', async () => {
    const { achievementId, versionId, number } = await publish('Éco-citoyen')
    expect(number).toBe(1)
    const first = await getVersion(app.ctx, { versionId })
    await startNewVersion(school.designer.ctx, achievementId)
    await expect(startNewVersion(school.designer.ctx, achievementId)).rejects.toMatchObject({ code: 'already_draft' })
    const { draft } = await getAchievement(school.designer.ctx, achievementId)
    await saveDraft(school.designer.ctx, { achievementId, revision: draft!.revision, content: content('Éco-citoyen confirmé') })
    expect(await publishVersion(school.designer.ctx, achievementId)).toMatchObject({ number: 2 })
    expect(await getVersion(app.ctx, { achievementId, number: 1 })).toEqual(first)
    expect((await getVersion(app.ctx, { achievementId })).content.name.fr).toBe('Éco-citoyen confirmé')
    await expect(app.ctx.db.updateTable('achievement_version').set({ number: 7 }).where('id', '=', versionId).execute()).rejects.toThrow(/immutable/)
    await expect(publishVersion(school.designer.ctx, achievementId)).rejects.toMatchObject({ code: 'no_draft' })
    await expect(saveDraft(school.designer.ctx, { achievementId, revision: 1, content: content('x') })).rejects.toMatchObject({ code: 'no_draft' })
  })

  it('two people who publish at the same moment make one version', async () => {
    const { achievementId } = await make('Au même moment')
    const outcomes = await Promise.all([1, 2].map(() => codeOf(publishVersion(school.designer.ctx, achievementId))))
    expect(outcomes.sort()).toEqual(['done', 'no_draft'])
  })

  it('a draft that somebody else saved meanwhile is not overwritten, until one has seen it', async () => {
    const { achievementId } = await make('À deux')
    const save = (revision: number, name: string) => saveDraft(school.designer.ctx, { achievementId, revision, content: content(name) })
    expect(await save(1, 'Premier')).toEqual({ revision: 2 })
    await expect(save(1, 'Second')).rejects.toMatchObject({ code: 'draft_changed', status: 409, detail: { revision: 2 } })
    expect((await getAchievement(school.designer.ctx, achievementId)).draft!.content.name.fr).toBe('Premier')
    expect(await save(2, 'Second')).toEqual({ revision: 3 })
    const raced = await Promise.all([1, 2, 3].map((n) => codeOf(save(3, `Course ${n}`))))
    expect(raced.sort()).toEqual(['done', 'draft_changed', 'draft_changed'])
  })

  it('a draft that was never published goes away whole; of a published badge only the draft goes', async () => {
    const draft = await make('À jeter')
    expect(await discardDraft(school.designer.ctx, draft.achievementId)).toEqual({ isGone: true })
    await expect(getAchievement(school.designer.ctx, draft.achievementId)).rejects.toMatchObject({ code: 'not_found' })
    const { achievementId } = await publish('À garder')
    await expect(discardDraft(school.designer.ctx, achievementId)).rejects.toMatchObject({ code: 'no_draft' })
    await startNewVersion(school.designer.ctx, achievementId)
    expect(await discardDraft(school.designer.ctx, achievementId)).toEqual({ isGone: false })
    expect((await getVersion(app.ctx, { achievementId })).number).toBe(1)
  })

  it('an archived badge is no longer given nor changed, stays readable, and comes back', async () => {
    const { achievementId } = await publish('Ancien')
    await archiveAchievement(school.designer.ctx, achievementId)
    expect((await getVersion(app.ctx, { achievementId })).isArchived).toBe(true)
    expect((await listPublished(app.ctx, school.organizationId)).some((badge) => badge.achievementId === achievementId)).toBe(false)
    await expect(startNewVersion(school.designer.ctx, achievementId)).rejects.toMatchObject({ code: 'is_archived' })
    await expect(publishVersion(school.designer.ctx, achievementId)).rejects.toMatchObject({ code: 'is_archived' })
    await unarchiveAchievement(school.designer.ctx, achievementId)
    expect((await listPublished(app.ctx, school.organizationId)).some((badge) => badge.achievementId === achievementId)).toBe(true)
  })
})

describe('the list', () => {
  it('finds by name and by tag, whatever the accents and the case, and takes % for what it is', async () => {
    await publish('Médiateur en cuisine', other)
    const names = async (search: string) => (await listAchievements(other.member.ctx, other.organizationId, { search })).map((card) => card.name.fr)
    expect(await names('MEDIATEUR')).toEqual(['Médiateur en cuisine'])
    expect(await names('ecologie')).toEqual(['Médiateur en cuisine'])
    expect(await names('%')).toEqual([])
    expect(await names('')).toEqual(['Médiateur en cuisine'])
  })

  it('shows published, drafts and archived apart, and a next version in preparation', async () => {
    const { achievementId } = await publish('Avec suite', other)
    await startNewVersion(other.designer.ctx, achievementId)
    const draft = await make('Brouillon', other)
    const cards = await listAchievements(other.member.ctx, other.organizationId)
    expect(cards.find((card) => card.achievementId === achievementId)).toMatchObject({ state: 'published', hasDraft: true, latest: { number: 1 } })
    expect(cards.find((card) => card.achievementId === draft.achievementId)).toMatchObject({ state: 'draft', hasDraft: false, latest: null })
  })
})

describe('badges of nearly the same name', () => {
  it('of the whole network are shown, published ones only, and not the badge itself', async () => {
    const { achievementId } = await publish('Ambassadeur du tri', other)
    await make('Ambassadeurs du tri !', other)
    const found = await findSimilar(app.ctx, { name: 'ambassadeurs du TRI' })
    expect(found).toEqual([expect.objectContaining({ achievementId, name: 'Ambassadeur du tri', organizationName: 'Lycée Genevoix' })])
    expect(await findSimilar(app.ctx, { name: 'Ambassadeur du tri', exceptId: achievementId })).toEqual([])
    expect(await findSimilar(app.ctx, { name: 'Plongée' })).toEqual([])
    expect(await findSimilar(app.ctx, { name: 'a' })).toEqual([])
  })
})

describe('images', () => {
  it('the same image twice is one image; another structure cannot use it', async () => {
    const store = () => storeImage(school.designer.ctx, { organizationId: school.organizationId, ...image })
    const { imageId } = await store()
    expect(await store()).toEqual({ imageId })
    const { achievementId } = await make('Pillage', other)
    await expect(saveDraft(other.designer.ctx, { achievementId, revision: 1, content: content('x'), imageId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(createAchievement(other.designer.ctx, { organizationId: other.organizationId, content: {}, image: { imageId } })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('one that only drafts use is for the staff; once published it is everybody’s, for ever', async () => {
    const own = { design: { ...demoDesigns.creative, ribbon: 'Inédit' }, title: 'Inédit' }
    const { achievementId } = await createAchievement(school.designer.ctx, { organizationId: school.organizationId, content: content('Inédit'), image: own })
    const imageId = (await getAchievement(school.designer.ctx, achievementId)).draft!.imageId!
    const anonymous = { ...app.ctx, actor: { kind: 'anonymous' as const } }
    expect(await codeOf(readImage(anonymous, imageId))).toBe('not_found')
    expect(await codeOf(readImage(other.owner.ctx, imageId))).toBe('not_found')
    expect(await codeOf(readImage(school.pupil.ctx, imageId))).toBe('not_found')
    expect(await codeOf(readImage(school.member.ctx, imageId))).toBe('done')
    expect((await app.app.request(`/images/${imageId}`)).status).toBe(404)
    await publishVersion(school.designer.ctx, achievementId)
    const response = await app.app.request(`/images/${imageId}`)
    expect(response.headers.get('content-type')).toBe('image/svg+xml')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toContain('Inédit')
  })

  it('is drawn as PNG in the sizes that are offered, and in no other', async () => {
    const { versionId } = await publish('En PNG')
    const { imageId } = await getVersion(app.ctx, { versionId })
    for (const size of [64, 128, 256, 512]) {
      const response = await app.app.request(`/images/${imageId}?format=png&size=${size}`)
      expect(response.headers.get('content-type')).toBe('image/png')
      expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({ width: size, height: size })
    }
    for (const size of ['63', '100000', '-1', 'x', '']) expect((await app.app.request(`/images/${imageId}?format=png&size=${size}`)).status).toBe(400)
    for (const id of ['x', app.ctx.newId()]) expect((await app.app.request(`/images/${id}`)).status).toBe(404)
  })
})

describe('who may', () => {
  it('design is for owners, admins and designers of the structure; the network’s administrators only look', async () => {
    const { achievementId } = await publish('Permissions')
    const { organizationId } = school
    const acts: Record<string, (somebody: Somebody) => Promise<unknown>> = {
      createAchievement: ({ ctx }) => createAchievement(ctx, { organizationId, content: {} }),
      storeImage: ({ ctx }) => storeImage(ctx, { organizationId, ...image }),
      archiveAchievement: ({ ctx }) => archiveAchievement(ctx, achievementId),
      unarchiveAchievement: ({ ctx }) => unarchiveAchievement(ctx, achievementId),
      startNewVersion: ({ ctx }) => startNewVersion(ctx, achievementId),
      saveDraft: async ({ ctx }) =>
        saveDraft(ctx, { achievementId, revision: (await getAchievement(app.ctx, achievementId)).draft?.revision ?? 0, content: content('Permissions') }),
      publishVersion: ({ ctx }) => publishVersion(ctx, achievementId),
    }
    const anonymous = { ctx: { ...app.ctx, actor: { kind: 'anonymous' as const } } } as Somebody
    const refused: [string, Somebody, string][] = [
      ['anonymous', anonymous, 'not_signed_in'],
      ['issuer', school.issuer, 'not_allowed'],
      ['member', school.member, 'not_allowed'],
      ['pupil', school.pupil, 'not_allowed'],
      ['network administrator', admin, 'not_allowed'],
      ['designer elsewhere', other.designer, 'not_allowed'],
      ['owner elsewhere', other.owner, 'not_allowed'],
    ]
    for (const [who, somebody, code] of refused)
      for (const [name, act] of Object.entries({ ...acts, discardDraft: ({ ctx }: Somebody) => discardDraft(ctx, achievementId) }))
        expect([who, name, await codeOf(act(somebody))]).toEqual([who, name, code])
    for (const role of ['owner', 'admin', 'designer'] as const)
      for (const [name, act] of Object.entries(acts)) expect([role, name, await codeOf(act(school[role]))]).toEqual([role, name, 'done'])
    for (const [who, somebody, code] of [
      ['member', school.member, 'done'],
      ['network administrator', admin, 'done'],
      ['pupil', school.pupil, 'not_allowed'],
      ['elsewhere', other.owner, 'not_allowed'],
      ['anonymous', anonymous, 'not_signed_in'],
    ] as [string, Somebody, string][]) {
      expect([who, await codeOf(getAchievement(somebody.ctx, achievementId))]).toEqual([who, code])
      expect([who, await codeOf(listAchievements(somebody.ctx, organizationId))]).toEqual([who, code])
    }
  })
})

describe('one address for programs', () => {
  const get = (path: string, accept = 'application/ld+json') => app.app.request(path, { headers: { accept } })

  it('gives the Open Badges 3.0 Achievement of the latest version, and of each version', async () => {
    const { achievementId, versionId } = await publish('Adresse')
    await startNewVersion(school.designer.ctx, achievementId)
    await publishVersion(school.designer.ctx, achievementId)
    const version = await getVersion(app.ctx, { versionId })
    const issuer = await getIssuer(app.ctx, { organizationId: school.organizationId })
    const first = buildObAchievement(app.ctx, version, await buildIssuerProfile(app.ctx, issuer.id))
    expect(first).toMatchObject({
      id: `http://localhost:3999/achievements/${achievementId}/versions/1`,
      type: ['Achievement'],
      criteria: { narrative: '- Trois séances\n- Un adulte **atteste**' },
      image: { id: `http://localhost:3999/images/${version.imageId}`, type: 'Image', caption: 'Une pousse verte dans une feuille' },
      tag: ['écologie', 'collège'],
      alignment: [{ type: ['Alignment'], targetName: 'Citoyenneté', targetUrl: 'https://eduscol.education.fr/139', targetCode: 'D3', targetFramework: 'Socle commun' }],
      creator: { id: issuer.did },
      version: '1',
    })
    for (const type of ['application/ld+json', 'application/json', 'application/vc+ld+json']) {
      const response = await get(`/achievements/${achievementId}/versions/1`, type)
      expect(response.headers.get('content-type')).toBe(type)
      expect(response.headers.get('vary')).toBe('Accept')
      expect(await response.json()).toEqual({ '@context': expect.any(Array), ...JSON.parse(JSON.stringify(first)) })
    }
    expect(await (await get(`/achievements/${achievementId}`)).json()).toMatchObject({ version: '2' })
  })

  it('gives the 2.0 BadgeClass by ?v=2, and by profile', async () => {
    const { achievementId } = await publish('Ancienne norme')
    const badgeClass = {
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'BadgeClass',
      id: `http://localhost:3999/achievements/${achievementId}/versions/1?v=2`,
      issuer: expect.stringMatching(/\/issuers\/.*\?v=2$/),
    }
    expect(await (await get(`/achievements/${achievementId}/versions/1?v=2`, '*/*')).json()).toMatchObject(badgeClass)
    expect(await (await get(`/achievements/${achievementId}/versions/1`, 'application/ld+json;profile="https://w3id.org/openbadges/v2"')).json()).toMatchObject(badgeClass)
  })

  it('the API describes it with its versions', async () => {
    const { achievementId } = await publish('Par l’API')
    const response = await app.app.request(`/api/v1/achievements/${achievementId}`)
    expect(await response.json()).toMatchObject({
      id: achievementId,
      version: 1,
      name: { fr: 'Par l’API' },
      issuer: { name: 'Collège Maurice Bedel' },
      versions: [{ number: 1 }],
      achievement: { type: ['Achievement'] },
    })
    expect((await app.app.request(`/api/v1/achievements/${achievementId}?version=9`)).status).toBe(404)
    expect((await app.app.request(`/api/v1/achievements/${achievementId}?version=x`)).status).toBe(400)
    expect((await app.app.request('/api/v1/achievements/x')).status).toBe(400)
  })

  it('a draft is never public, under any address; nor is a version that does not exist', async () => {
    const { achievementId } = await make('Secret')
    for (const path of [
      `/achievements/${achievementId}`,
      `/achievements/${achievementId}/versions/1`,
      `/achievements/${achievementId}?v=2`,
      `/achievements/${achievementId}/card.png`,
      `/api/v1/achievements/${achievementId}`,
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404])
    const published = await publish('Une seule version')
    for (const number of ['0', '2', '-1', 'x', '01']) expect((await get(`/achievements/${published.achievementId}/versions/${number}`)).status).toBe(404)
  })

  it('the picture for sharing is 1200 × 630', async () => {
    const { achievementId } = await publish('Un badge au nom vraiment très long, qui demande plusieurs lignes pour tenir sur la carte')
    const response = await get(`/achievements/${achievementId}/card.png`, 'image/png')
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({ width: 1200, height: 630 })
  })
})
