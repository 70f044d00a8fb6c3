import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeApp, type TestApp } from '../../../../tests/support/make-app.ts'
import { type Holder, makeHolder } from '../passports.fixture.ts'
import { closeShare } from './close-share.ts'
import { findShare } from './find-share.ts'
import { listShares } from './list-shares.ts'
import { openShare } from './open-share.ts'

const NOW = new Date('2026-11-23T09:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

let platform: TestApp
let amina: Holder
beforeAll(async () => {
  platform = await makeApp()
  amina = await makeHolder(platform.ctx)
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(() => platform.setNow(NOW))

const badges = () => ({ scope: 'badges' as const, badgeIds: [amina.credentialIds[0]!, amina.importedIds[0]!] })

describe('an address that shows what was chosen', () => {
  test('until it is closed, and its person reads it again meanwhile', async () => {
    const { shareId, token, address } = await openShare(amina.ctx, { ...badges(), label: 'Mairie de Poitiers' })
    expect(await findShare(platform.ctx, token)).toMatchObject({ ...badges(), personName: 'Amina Benali', purpose: 'link' })
    expect((await listShares(amina.ctx))[0]).toMatchObject({ shareId, address, label: 'Mairie de Poitiers', closedAt: null })
    await closeShare(amina.ctx, shareId)
    await closeShare(amina.ctx, shareId)
    expect(await findShare(platform.ctx, token)).toBeUndefined()
    expect((await listShares(amina.ctx))[0]).toMatchObject({ shareId, address: null, closedAt: NOW })
  })

  test('until its day, or half an hour for an interview', async () => {
    const dated = await openShare(amina.ctx, { ...badges(), expiresAt: later(60) })
    const interview = await openShare(amina.ctx, { ...badges(), purpose: 'interview', expiresAt: later(6000) })
    platform.setNow(later(29))
    expect(await findShare(platform.ctx, interview.token)).toBeDefined()
    platform.setNow(later(31))
    expect(await findShare(platform.ctx, interview.token)).toBeUndefined()
    expect(await findShare(platform.ctx, dated.token)).toBeDefined()
    platform.setNow(later(61))
    expect(await findShare(platform.ctx, dated.token)).toBeUndefined()
    await expect(openShare(amina.ctx, { ...badges(), expiresAt: later(60) })).rejects.toMatchObject({ code: 'share_ends_before_it_begins' })
  })

  test('never for a child, nor once somebody turns out to be one', async () => {
    const child = await makeHolder(platform.ctx, { received: 1, birthDate: '2014-05-05' })
    await expect(openShare(child.ctx, { scope: 'badges', badgeIds: child.credentialIds })).rejects.toMatchObject({ code: 'shares_from_fifteen' })
    const adult = await makeHolder(platform.ctx, { received: 1 })
    const { token } = await openShare(adult.ctx, { scope: 'badges', badgeIds: adult.credentialIds })
    await platform.ctx.db
      .updateTable('person')
      .set({ birth_date: '2014-05-05' as never })
      .where('id', '=', adult.personId)
      .execute()
    expect(await findShare(platform.ctx, token)).toBeUndefined()
  })

  test('of one’s own badges only, and nobody else closes it', async () => {
    const other = await makeHolder(platform.ctx, { received: 1 })
    await expect(openShare(other.ctx, badges())).rejects.toMatchObject({ status: 404 })
    const { shareId, token } = await openShare(amina.ctx, badges())
    await expect(closeShare(other.ctx, shareId)).rejects.toMatchObject({ status: 404 })
    expect(await findShare(platform.ctx, token)).toBeDefined()
  })
})
