// A platform with a school that issues, and the API of verification as the world calls it.
import { readFileSync } from 'node:fs'
import { as, asSystem, type Ctx } from '#ctx'
import { getCredential, issueCredentials, shareCredential } from '#features/credentials/index.ts'
import type { TestApp } from '../../../tests/support/make-app.ts'
import { actorOf, makePerson, makeSchool } from '../credentials/school.fixture.ts'

export type Answer = { status: number; body: any; headers: Headers }

export const published = (path: string) => new Uint8Array(readFileSync(new URL(`../../../../openbadges/vectors/published/${path}`, import.meta.url)))
export const DID_KEY_BADGE = 'dcc-fixtures/v2/dataIntegrityProof/didKey/legacyRegistry-noStatus-noExpiry-basicOBv3.json'
export const checkNamed = ({ body }: Answer, name: string) => body.checks.find(({ check }: { check: string }) => check === name)

export async function makeIssuing({ ctx }: TestApp) {
  const school = await makeSchool(ctx)
  const issue = async (input: { email?: string; validUntil?: Date; personId?: string } = {}) => {
    const [issued] = await issueCredentials(ctx, { versionId: school.versionId, recipients: [{ name: 'Lina', ...input, idempotencyKey: ctx.newId() }] })
    const { document } = await getCredential(asSystem(ctx), issued!.credentialId)
    return { credentialId: issued!.credentialId, document: document! }
  }
  /** A badge that its holder, an adult, shows to everybody. */
  const issueShared = async () => {
    const personId = await makePerson(ctx, { givenName: 'Lina', familyName: 'Moreau', birthDate: '1990-05-01', email: `${ctx.newId()}@example.org` })
    const issued = await issue({ personId })
    await shareCredential(as(ctx, actorOf(personId)), { credentialId: issued.credentialId, isShared: true })
    return { ...issued, personId }
  }
  return { issue, issueShared }
}

export function callApi({ app }: TestApp) {
  const request = async (init: RequestInit): Promise<Answer> => {
    const response = await app.request('/api/v1/verifications', { method: 'POST', ...init })
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
  const send = (input: object) => request({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) })
  const upload = (file: Uint8Array | string, name = 'badge.png', more: Record<string, string> = {}) => {
    const form = new FormData()
    form.set('file', new File([typeof file === 'string' ? file : new Uint8Array(file)], name))
    for (const [key, value] of Object.entries(more)) form.set(key, value)
    return request({ body: form })
  }
  return { request, send, upload }
}

/** The Ctx of a request: our own addresses answer. */
export const insideApp = ({ app, ctx }: TestApp): Ctx => ({
  ...ctx,
  fetch: async (url, init = {}) => {
    if (!url.startsWith(ctx.config.url)) return ctx.fetch(url, init)
    const response = await app.request(url, { headers: { accept: init.accept ?? '*/*' } })
    return { url, status: response.status, body: new Uint8Array(await response.arrayBuffer()) }
  },
})
