// What was there before badges had levels: taken back to that state, then brought forward again.
import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeApp } from '../../../tests/support/make-app.ts'
import { makeSchool } from '../../../tests/support/make-school.ts'
import { createAchievement, getVersion, publishVersion, startNewVersion } from './index.ts'

const BEFORE = `
  drop table achievement_adoption;
  alter table achievement drop column shared_at, drop column shared_by;
  alter table achievement_version disable trigger achievement_version_immutable;
  update achievement_version set content = content - 'levels';
  alter table achievement_version enable trigger achievement_version_immutable;
  update achievement set draft = draft #- '{content,levels}' where draft is not null;
  drop trigger credential_document_immutable on credential;
  alter table credential drop column level_id;
  create trigger credential_document_immutable before update of id on credential for each row execute function refuse_change();
  alter table issue_batch_row drop column level;
  alter table nomination_voice drop column level_id;`

test('badges published before levels existed keep every word, have none, and still cannot be changed', async () => {
  await using platform = await makeApp()
  const { ctx } = platform
  const { organizationId } = await makeSchool(ctx)
  const content = { name: { fr: 'Ancien badge' }, description: { fr: 'D’avant.' }, criteria: { fr: 'Avoir été là.' }, imageAlt: { fr: 'Un rond' } }
  const image = { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#0f5a70"/></svg>') }
  const { achievementId } = await createAchievement(ctx, { organizationId, content, image })
  const { versionId } = await publishVersion(ctx, achievementId)
  await startNewVersion(ctx, achievementId)
  const published = await getVersion(ctx, { versionId })

  await sql.raw(BEFORE).execute(ctx.db)
  expect((await getVersion(ctx, { versionId })).content).not.toHaveProperty('levels')
  await sql.raw(await readFile(new URL('../../db/migrations/0017-levels.sql', import.meta.url), 'utf8')).execute(ctx.db)

  expect(await getVersion(ctx, { versionId })).toEqual({ ...published, content: { ...published.content, levels: [] } })
  const { draft } = await ctx.db.selectFrom('achievement').select('draft').where('id', '=', achievementId).executeTakeFirstOrThrow()
  expect(draft).toMatchObject({ content: { name: { fr: 'Ancien badge' }, levels: [] } })
  await expect(sql`update achievement_version set content = '{}'`.execute(ctx.db)).rejects.toThrow(/immutable/)
})
