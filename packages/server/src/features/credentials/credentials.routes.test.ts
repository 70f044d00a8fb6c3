import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#ctx'
import { openSession, SESSION_COOKIE } from '#features/accounts/index.ts'
import { addMember, type Role } from '#features/organizations/index.ts'
import { makeApp, type TestApp } from '../../../tests/support/make-app.ts'
import { makeBadge, makePerson, makeSchool } from './school.fixture.ts'

let platform: TestApp
let ctx: Ctx
let school: Awaited<ReturnType<typeof makeSchool>>
let teacher: string

beforeAll(async () => {
  platform = await makeApp()
  ctx = platform.ctx
  school = await makeSchool(ctx)
  teacher = await cookieOf(school.organizationId, ['issuer'])
})
afterAll(() => platform[Symbol.asyncDispose]())

async function cookieOf(organizationId: string, roles: Role[]): Promise<string> {
  const personId = await makePerson(ctx, { givenName: 'Maya' })
  await addMember(ctx, { organizationId, personId, roles })
  const { token } = await openSession(ctx, { personId, method: 'password', userAgent: '', address: '' })
  return `${SESSION_COOKIE}=${token}`
}

const BATCHES = '/api/v1/issue-batches'
function post(body: object, { cookie = teacher, key = 'k1' }: { cookie?: string; key?: string } = {}) {
  const headers = { 'content-type': 'application/json', origin: ctx.config.url, ...(cookie && { cookie }), ...(key && { 'idempotency-key': key }) }
  return platform.app.request(BATCHES, { method: 'POST', headers, body: JSON.stringify(body) })
}
const get = (path: string, cookie = teacher) => platform.app.request(`${BATCHES}/${path}`, { headers: cookie ? { cookie } : {} })
const list = (rows: object[], versionId = school.versionId) => ({ organizationId: school.organizationId, versionId, rows })
const codeOf = async (response: Response | Promise<Response>) => {
  const answer = await response
  return [answer.status, ((await answer.json()) as { code: string }).code]
}

test('a machine issues a list in one request, reads how far it is, and fetches the results for a spreadsheet', async () => {
  const rows = [{ name: 'Inès', email: 'ines@example.org' }, { name: '=HYPERLINK("https://evil.example")' }, { name: 'Léo', email: 'no address' }]
  const answer = await post(list(rows))
  expect(answer.status).toBe(202)
  const batch = (await answer.json()) as { batchId: string; counts: object }
  expect(batch).toMatchObject({
    finishedAt: null,
    counts: { total: 3, pending: 2, excluded: 1 },
    rows: [{}, {}, { state: 'excluded', problems: [{ code: 'email_invalid', severity: 'error' }] }],
  })
  await platform.runJobs()
  expect(await (await get(batch.batchId)).json()).toMatchObject({
    finishedAt: expect.any(String),
    counts: { issued: 2 },
    rows: [{ state: 'issued', credentialId: expect.any(String) }, {}, {}],
  })
  expect(await (await get(`${batch.batchId}?rows=none`)).json()).not.toHaveProperty('rows')
  const csv = await get(`${batch.batchId}/results.csv`)
  expect(csv.headers.get('content-disposition')).toContain('attachment')
  const text = Buffer.from(await csv.arrayBuffer()).toString('utf8')
  expect(text).toContain('"\'=HYPERLINK(""https://evil.example"")"')
  expect(text).toMatch(/^\uFEFF"Ligne";/)
})

test('the same key gives the same batch; for another list it is refused', async () => {
  const { versionId } = await makeBadge(ctx, school.organizationId, 'Clé')
  const ids = []
  for (let i = 0; i < 2; i++) ids.push(((await (await post(list([{ name: 'A' }], versionId), { key: 'same' })).json()) as { batchId: string }).batchId)
  expect(ids[0]).toBe(ids[1])
  expect(await codeOf(post(list([{ name: 'A' }, { name: 'B' }], versionId), { key: 'same' }))).toEqual([422, 'idempotency_key_reused'])
  expect((await post(list([{ name: 'A' }], versionId), { key: '' })).status).toBe(400)
})

test('strangers are refused at each address, and what is not there is not found', async () => {
  const other = await makeSchool(ctx, 'Lycée Genevoix')
  const elsewhere = await cookieOf(other.organizationId, ['owner'])
  const member = await cookieOf(school.organizationId, ['member'])
  const { batchId } = (await (await post(list([{ name: 'Seul' }]), { key: 'strangers' })).json()) as { batchId: string }
  expect(await codeOf(post(list([{ name: 'X' }]), { cookie: '', key: 'a' }))).toEqual([401, 'not_signed_in'])
  for (const path of [batchId, `${batchId}/results.csv`]) expect(await codeOf(get(path, ''))).toEqual([401, 'not_signed_in'])
  for (const cookie of [elsewhere, member]) {
    expect(await codeOf(post(list([{ name: 'X' }]), { cookie, key: 'b' }))).toEqual([403, 'not_allowed'])
    for (const path of [batchId, `${batchId}/results.csv`]) expect(await codeOf(get(path, cookie))).toEqual([403, 'not_allowed'])
  }
  expect(await codeOf(get(ctx.newId()))).toEqual([404, 'not_found'])
  expect(await codeOf(post(list([{ name: 'X' }], ctx.newId()), { key: 'c' }))).toEqual([404, 'not_found'])
  expect(await codeOf(post({ ...list([]), rows: 'x' }, { key: 'd' }))).toEqual([400, 'invalid_input'])
})
