import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { publishVersion, saveDraft, startNewVersion } from '#features/achievements/index.ts'
import { addMember } from '#features/organizations/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { getBatch, issueCredentials, listHeld, prepareBatch, revokeCredential } from './index.ts'
import { METALS, makeBadge, makePerson, makeSchool, readDocument, staffCtx } from './school.fixture.ts'

let platform: TestApp
let ctx: Ctx
let teacher: Ctx
let school: Awaited<ReturnType<typeof makeSchool>>
let badge: Awaited<ReturnType<typeof makeBadge>>
let personId: string

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeSchool(ctx)
  teacher = await staffCtx(ctx, school.organizationId)
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  badge = await makeBadge(ctx, school.organizationId, 'Éco-citoyen', METALS)
  personId = await makePerson(ctx, { givenName: 'Inaya' })
  await addMember(ctx, { organizationId: school.organizationId, personId, roles: ['member'], isPupil: true })
})

const give = async (levelId?: string) => (await issueCredentials(teacher, { versionId: badge.versionId, recipients: [{ personId, ...(levelId && { levelId }) }] }))[0]!

describe('a badge that has levels', () => {
  test('is given at one of them, and a badge that has none at none', async () => {
    await expect(give()).rejects.toMatchObject({ code: 'level_required', status: 422 })
    await expect(give('platine')).rejects.toMatchObject({ code: 'level_unknown', status: 422 })
    await expect(issueCredentials(teacher, { versionId: school.versionId, recipients: [{ personId, levelId: 'bronze' }] })).rejects.toMatchObject({ code: 'level_not_expected' })
  })

  test('says the level in the standard’s words: a result that points at a rubric level of the achievement', async () => {
    const document = (await readDocument(ctx, (await give('argent')).credentialId)) as unknown as Record<string, unknown>
    const version = `${ctx.config.url}/achievements/${badge.achievementId}/versions/1`
    expect(document).toMatchObject({
      name: 'Éco-citoyen\u00a0· Argent',
      credentialSubject: {
        result: [{ type: ['Result'], resultDescription: `${version}#levels`, achievedLevel: `${version}#level-argent` }],
        achievement: {
          name: 'Éco-citoyen',
          resultDescription: [
            {
              id: `${version}#levels`,
              type: ['ResultDescription'],
              resultType: 'RubricCriterionLevel',
              rubricCriterionLevel: METALS.map(({ id, name, description }, i) => ({
                id: `${version}#level-${id}`,
                type: ['RubricCriterionLevel'],
                name: name.fr,
                description: description.fr,
                level: String(i + 1),
              })),
            },
          ],
        },
      },
    })
  })

  test('is held level by level: bronze does not stop silver, and silver leaves bronze as it is', async () => {
    const bronze = await give('bronze')
    const silver = await give('argent')
    expect([bronze.isNew, silver.isNew]).toEqual([true, true])
    expect(await give('bronze')).toEqual({ credentialId: bronze.credentialId, isNew: false })
    const held = await listHeld(ctx, personId)
    expect(held.map(({ levelId, state }) => [levelId, state]).sort()).toEqual([
      ['argent', 'valid'],
      ['bronze', 'valid'],
    ])
  })

  test('is given once at each level, however many click together', async () => {
    const asked = ['bronze', 'argent', 'bronze', 'argent', 'bronze', 'argent']
    const given = await Promise.all(asked.map((level) => give(level)))
    expect(new Set(given.map(({ credentialId }) => credentialId)).size).toBe(2)
    expect(given.filter(({ isNew }) => isNew)).toHaveLength(2)
  })

  test('may be given again at a level that was withdrawn', async () => {
    const first = await give('bronze')
    await revokeCredential(teacher, { credentialId: first.credentialId, reason: 'Attribué par erreur' })
    expect((await give('bronze')).isNew).toBe(true)
  })
})

describe('a list', () => {
  test('names the level of each row as people write it; a row without one, or with another, says so', async () => {
    const rows = ['argent', 'ARGENT', 'Silver', 'Or ', 'platine', ''].map((level, i) => ({ name: `Élève ${i}`, level }))
    const { batchId } = await prepareBatch(teacher, { organizationId: school.organizationId, versionId: badge.versionId, rows })
    const batch = await getBatch(teacher, batchId)
    expect(batch.rows.map(({ level, state }) => [level, state])).toEqual([
      ['argent', 'pending'],
      ['argent', 'pending'],
      ['argent', 'pending'],
      ['or', 'pending'],
      ['platine', 'excluded'],
      [null, 'excluded'],
    ])
    expect(batch.rows.slice(4).map(({ problems }) => problems)).toEqual([
      [{ code: 'level_unknown', severity: 'error', column: 'level', value: 'platine' }],
      [{ code: 'level_required', severity: 'error', column: 'level' }],
    ])
  })

  test('has the level of the whole list where a row names none', async () => {
    const { batchId } = await prepareBatch(teacher, {
      organizationId: school.organizationId,
      versionId: badge.versionId,
      level: 'bronze',
      rows: [{ personId }, { name: 'Ada', level: 'or' }],
    })
    expect((await getBatch(teacher, batchId)).rows.map(({ level }) => level)).toEqual(['bronze', 'or'])
  })
})

describe('a new version', () => {
  const republish = async (levels: typeof METALS) => {
    await startNewVersion(ctx, badge.achievementId)
    const row = await ctx.db.selectFrom('achievement').select(['draft', 'draft_revision']).where('id', '=', badge.achievementId).executeTakeFirstOrThrow()
    const { content } = row.draft as { content: Parameters<typeof saveDraft>[1]['content'] }
    await saveDraft(ctx, { achievementId: badge.achievementId, revision: row.draft_revision, content: { ...content, levels } })
    return publishVersion(ctx, badge.achievementId)
  }
  const [bronze, silver, gold] = METALS as [(typeof METALS)[0], (typeof METALS)[0], (typeof METALS)[0]]

  test('keeps every level that somebody holds, in its place; others may go, come and be worded anew', async () => {
    await give('bronze')
    await give('or')
    await expect(republish([silver, gold])).rejects.toMatchObject({ code: 'level_given', status: 409, detail: { level: 'Bronze' } })
    await ctx.db.updateTable('achievement').set({ draft: null }).where('id', '=', badge.achievementId).execute()
    await expect(republish([gold, bronze])).rejects.toMatchObject({ code: 'levels_reordered', status: 409 })
    await ctx.db.updateTable('achievement').set({ draft: null }).where('id', '=', badge.achievementId).execute()
    const platinum = { id: 'platine', name: { fr: 'Platine' }, description: { fr: 'Forme les autres.' } }
    const { versionId } = await republish([{ ...bronze, description: { fr: 'Agit à son initiative.' } }, gold, platinum])
    const [issued] = await issueCredentials(teacher, { versionId, recipients: [{ personId, levelId: 'platine' }] })
    const document = await readDocument(ctx, issued!.credentialId)
    expect(document).toMatchObject({ credentialSubject: { achievement: { related: [{ id: expect.stringMatching(/\/versions\/1$/), type: ['Related'], version: '1' }] } } })
  })
})
