import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildIssuerProfile, getIssuer, getSigner } from '#features/issuers/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import {
  buildObAchievement,
  createAchievement,
  getAchievement,
  getVersion,
  listAchievements,
  listPublished,
  publishVersion,
  readImage,
  renderMarkdown,
  saveDraft,
  startNewVersion,
} from './index.ts'

let platform: TestApp
beforeAll(async () => {
  platform = await makeApp()
})
afterAll(() => platform[Symbol.asyncDispose]())

test('smoke', async () => {
  const { ctx } = platform
  const org = ctx.newId()
  await ctx.db.insertInto('organization').values({ id: org, slug: 'a', name: 'Collège A', type: 'collège', created_at: ctx.now() }).execute()
  const { achievementId } = await createAchievement(ctx, {
    organizationId: org,
    content: { name: { fr: 'Esprit d’équipe' }, description: { fr: 'd' }, criteria: { fr: '# a\n[x](javascript:1) <b>' }, imageAlt: { fr: 'alt' }, tags: ['a'] },
    image: { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><path d="M0 0L5 5"/><script>1</script></svg>') },
  })
  expect(await listAchievements(ctx, org, { search: 'équ' })).toHaveLength(1)
  const { versionId } = await publishVersion(ctx, achievementId)
  const version = await getVersion(ctx, { versionId })
  expect(await getVersion(ctx, { achievementId, number: 1 })).toEqual(version)
  console.log(version, (await readImage(ctx, version.imageId)).bytes.toString())
  const issuer = await getIssuer(ctx, { organizationId: org })
  console.log(issuer, await buildIssuerProfile(ctx, issuer.id), buildObAchievement(ctx, version, await buildIssuerProfile(ctx, issuer.id)))
  console.log(await (await getSigner(ctx, issuer.id)).signer.sign(Buffer.from('a')))
  console.log(renderMarkdown('# a\n[x](javascript:1) <b> [y](https://a.b) ![i](https://x)\n\n- a\n- b\n\nhttps://a.b'))
  await startNewVersion(ctx, achievementId)
  const details = await getAchievement(ctx, achievementId)
  await saveDraft(ctx, { achievementId, revision: details.draft!.revision, content: details.draft!.content })
  expect(await listPublished(ctx, org)).toHaveLength(1)
})
