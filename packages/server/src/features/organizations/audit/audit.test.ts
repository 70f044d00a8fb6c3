import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import { callPage } from '../../../../tests/support/call-page.ts'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { makeSchool } from '../../../../tests/support/make-school.ts'
import { transaction } from '../../../ctx.ts'
import { recordAct, verifyAllAudits } from '../index.ts'
import { loader } from '../pages/audit.server.ts'
import { changeMember, removeMember } from '../people/change-member.ts'
import { listActs } from './list-acts.ts'
import { verifyAudit } from './verify-audit.ts'

type School = Awaited<ReturnType<typeof makeSchool>>
let app: TestApp
let school: School
let other: School

beforeAll(async () => {
  app = await makeApp()
  school = await makeSchool(app.ctx)
  other = await makeSchool(app.ctx, 'Lycée Genevoix')
})
afterAll(() => app[Symbol.asyncDispose]())

/** As whoever has the database in hand would do it: the triggers are no obstacle to them. */
async function tamper(change: ReturnType<typeof sql>, check: () => Promise<void>): Promise<void> {
  const undone = new Error('undone')
  await transaction(app.ctx, async (ctx) => {
    await sql`alter table audit_entry disable trigger audit_entry_immutable`.execute(ctx.db)
    await change.execute(ctx.db)
    await sql`alter table audit_entry enable trigger audit_entry_immutable`.execute(ctx.db)
    inside = ctx
    await check()
    throw undone
  }).catch((error: unknown) => {
    if (error !== undone) throw error
  })
}
let inside: TestApp['ctx']

describe('the log of decisions', () => {
  test('takes no act that it has no sentence for', () => {
    expectTypeOf(recordAct).parameter(1).toHaveProperty('act').extract<'jury.decided'>().toEqualTypeOf<'jury.decided'>()
    expectTypeOf(recordAct).parameter(1).toHaveProperty('act').extract<'jury.forgotten' | 'jury.title'>().toBeNever()
  })

  test('says who did what, with the reason, and refuses to be changed', async () => {
    const { organizationId, owner, member } = school
    await recordAct(owner.ctx, { organizationId, act: 'credential.revoked', subject: { credentialId: '1' }, reason: 'Erreur de liste' })
    await changeMember(owner.ctx, { organizationId, personId: member.personId, roles: ['issuer'], title: '' })
    const { lines, slices } = await listActs(owner.ctx, { organizationId })
    expect(lines.map(({ act, reason, by }) => ({ act, reason, by }))).toEqual([
      { act: 'member.changed', reason: '', by: `owner ${school.slug} Essai` },
      { act: 'credential.revoked', reason: 'Erreur de liste', by: `owner ${school.slug} Essai` },
    ])
    expect(slices).toEqual(['credential', 'member'])
    for (const forbidden of [sql`update audit_entry set reason = 'Autre'`, sql`delete from audit_entry`]) await expect(forbidden.execute(app.ctx.db)).rejects.toThrow('immutable')
  })

  test('stays one chain when many write at the same instant', async () => {
    const { organizationId, owner } = other
    await Promise.all(Array.from({ length: 12 }, (_, i) => recordAct(owner.ctx, { organizationId, act: 'batch.confirmed', subject: { batchId: String(i) } })))
    expect(await verifyAudit(app.ctx, organizationId)).toMatchObject({ lineCount: 12, brokenAt: undefined })
  })

  test('writes nothing when the decision itself fails', async () => {
    const { organizationId, owner } = other
    await expect(
      transaction(owner.ctx, async (ctx) => {
        await recordAct(ctx, { organizationId, act: 'credential.revoked', subject: {} })
        throw new Error('no line')
      }),
    ).rejects.toThrow('no line')
    expect((await verifyAudit(app.ctx, organizationId)).lineCount).toBe(12)
  })

  test.each([
    ['a reason that was rewritten', sql`update audit_entry set reason = 'Autre' where position = 5`, 5],
    ['a decision put on somebody else', sql`update audit_entry set actor_id = gen_random_uuid() where position = 1`, 1],
    ['a line that was moved in time', sql`update audit_entry set at = at - interval '1 day' where position = 12`, 12],
    ['a line that was taken out', sql`delete from audit_entry where position = 3`, 3],
    ['a subject that was exchanged', sql`update audit_entry set subject = '{"batchId":"99"}' where position = 7`, 7],
  ])('shows %s', async (_name, change, brokenAt) => {
    await tamper(change, async () => {
      const reports = await verifyAllAudits(inside)
      expect(reports.find(({ slug }) => slug === other.slug)).toMatchObject({ brokenAt })
    })
    expect(await verifyAudit(app.ctx, other.organizationId)).toMatchObject({ brokenAt: undefined })
  })

  test('is read by those who run the structure only, and the page says whether it is whole', async () => {
    const { organizationId, slug, owner, issuer } = other
    await removeMember(owner.ctx, { organizationId, personId: other.designer.personId })
    for (const who of [issuer, other.pupil, school.owner]) await expect(listActs(who.ctx, { organizationId })).rejects.toMatchObject({ code: 'not_allowed' })
    const { data } = await callPage(app.ctx, loader, { actor: owner.actor, params: { slug }, search: '?check=yes&slice=member' })
    expect(data.report).toMatchObject({ lineCount: 13, brokenAt: undefined })
    expect(data.lines.map(({ what }: { what: string }) => what)).toEqual(['Départ de la structure'])
  })
})
