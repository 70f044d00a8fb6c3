import { expect, test } from 'vitest'
import { fullInput, makeSigner } from '../../test/support.ts'
import { makeWeb, publish } from '../../test/web.ts'
import { buildAchievementCredential, signCredential, verifyCredential } from '../index.ts'

const did = 'did:web:badges.example'
const signer = makeSigner(did)
const created = new Date('2026-11-23T10:00:05Z')
const url = 'https://badges.example/schema.json'
const own = { id: url, type: '1EdTechJsonSchemaValidator2019' }
const published = { id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json', type: '1EdTechJsonSchemaValidator2019' }

const conformanceOf = async (credentialSchema: { id: string; type: string }[], schema: unknown) => {
  const credential = buildAchievementCredential({ ...fullInput(did), credentialSchema })
  const web = { ...publish(did, { type: 'Ed25519', publicKey: signer.publicKey }), [url]: schema }
  const { checks } = await verifyCredential(await signCredential(credential, { signer, created }), { load: makeWeb(web), now: created })
  const { check: _, ...rest } = checks[0] as (typeof checks)[number]
  return rest
}

test('a schema of 1EdTech is what the terms check already: nothing is loaded', async () => {
  expect(await conformanceOf([published], 'down')).toEqual({ outcome: 'passed' })
})

test('another schema is loaded and met, or not', async () => {
  const schema = { $schema: 'https://json-schema.org/draft/2019-09/schema#', type: 'object', required: ['evidence'] }
  expect(await conformanceOf([own], schema)).toEqual({ outcome: 'passed' })
  expect(await conformanceOf([published, own], { ...schema, required: ['termsOfUse'] })).toEqual({
    outcome: 'failed',
    code: 'schema_not_met',
    detail: `${url}: termsOfUse is missing`,
  })
})

test('one that cannot be loaded or understood leaves the question open', async () => {
  expect(await conformanceOf([own], 'down')).toMatchObject({ outcome: 'undetermined', code: 'unavailable' })
  for (const schema of [undefined, '[]', { invented: true }]) expect(await conformanceOf([own], schema)).toMatchObject({ outcome: 'undetermined', code: 'unsupported_schema' })
  expect(await conformanceOf(Array(9).fill(own), {})).toMatchObject({ outcome: 'undetermined', code: 'unsupported_schema' })
  expect(await conformanceOf([{ id: url, type: 'JsonSchema' }], { required: ['name'] })).toEqual({ outcome: 'passed' })
})
