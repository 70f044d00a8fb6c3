// Badges of other platforms, made as those make them: of every version, in every wrapping, good and bad. And the web that they point at.
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import {
  type AchievementCredentialInput,
  bakePng,
  bakeSvg,
  buildAchievementCredential,
  buildClrCredential,
  buildStatusListCredential,
  createStatusList,
  didKeyFromPublicKey,
  encodeStatusList,
  identityObject,
  type Signer,
  setStatus,
  signCredential,
  signCredentialJwt,
  statusEntry,
} from '@boat/openbadges'
import { CompactSign } from 'jose'
import sharp from 'sharp'
import { FetchRefused, type SafeFetch } from '#kit/fetch.ts'
import type { ImportState } from './imports/read-imports.ts'

export type ForeignBadge = { file: string; bytes: Uint8Array; name: string; state: ImportState; version: string }
type Page = { body: string | Uint8Array; type: string; status?: number }
export type ForeignWeb = Record<string, Page>

const CREATED = new Date('2025-03-10T09:00:00Z')
const LIST = 'https://status.bordeaux.example/list/1'

/** `address` is whom they were given to. `web` answers as the servers of their issuers do. */
export async function makeForeignBadges(address: string): Promise<{ badges: ForeignBadge[]; noBadges: { file: string; bytes: Uint8Array }[]; web: ForeignWeb }> {
  const issuer = makeIssuer('Université de Bordeaux')
  const web: ForeignWeb = { [LIST]: json(await publishList(issuer.signer)) }
  const build = (name: string, more: Partial<AchievementCredentialInput> = {}) => buildAchievementCredential({ ...describe(name, issuer.did, address), ...more })
  const seal = (credential: object, cryptosuite?: 'eddsa-jcs-2022') => signCredential(credential, { signer: issuer.signer, created: CREATED, ...(cryptosuite && { cryptosuite }) })
  const text = async (credential: object) => JSON.stringify(await seal(credential), null, 2)
  const entry = (index: number) => ({ credentialStatus: statusEntry({ statusListCredential: LIST, index, purpose: 'revocation' }) })
  const png = await drawPng('#7a3b8f')
  const badges: ForeignBadge[] = []
  const add = (file: string, bytes: Uint8Array | string, name: string, state: ImportState, version: string) =>
    void badges.push({ file, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name, state, version })

  add('mediation.json', await text(build('Médiation par les pairs')), 'Médiation par les pairs', 'valid', '3.0')
  add('oral (2).png', bakePng(png, await text(build('Prise de parole'))), 'Prise de parole', 'valid', '3.0')
  add('premiers-secours.svg', Buffer.from(bakeSvg(SVG, await signCredentialJwt(build('Premiers secours'), { signer: issuer.signer }))), 'Premiers secours', 'valid', '3.0')
  add('tutorat.jwt', await signCredentialJwt(build('Tutorat étudiant'), { signer: issuer.signer }), 'Tutorat étudiant', 'valid', '3.0')
  add('jcs.json', JSON.stringify(await seal(build('Signé en JCS'), 'eddsa-jcs-2022')), 'Signé en JCS', 'valid', '3.0')
  add('statut-bon.json', await text(build('Délégué·e de promotion', entry(7))), 'Délégué·e de promotion', 'valid', '3.0')
  add('révoqué.json', await text(build('Badge retiré', entry(11))), 'Badge retiré', 'revoked', '3.0')
  add('expiré.json', await text(build('Habilitation échue', { validUntil: '2026-01-31T00:00:00Z' })), 'Habilitation échue', 'expired', '3.0')
  add('modifié.json', (await text(build('Bénévole'))).replaceAll('Bénévole', 'Président'), 'Président', 'invalid', '3.0')
  add('relevé.json', JSON.stringify(await signRecord(issuer, [await seal(build('Anglais B2')), await seal(build('Projet tutoré'))])), 'Relevé de Bordeaux', 'valid', 'clr2.0')

  for (const [name, page] of Object.entries(hostedPages(address))) web[name] = page
  add('hébergé.json', bodyOf(web, 'https://badges.moodle.example/assertion/1'), 'Animation d’atelier', 'valid', '2.0')
  const other = web['https://badges.moodle.example/assertion/2']!.body as string
  add('hébergé.png', bakePng(await drawPng('#205c3b'), other, 'openbadges'), 'Animation d’atelier', 'valid', '2.0')
  add('retiré-par-moodle.json', bodyOf(web, 'https://badges.moodle.example/assertion/3'), 'Animation d’atelier', 'revoked', '2.0')
  web['https://badges.moodle.example/assertion/3'] = { ...web['https://badges.moodle.example/assertion/3']!, body: '', status: 410 }
  add('signé-2.0.jws', await signAssertion(web, address), 'Animation d’atelier', 'valid', '2.0')
  return {
    badges,
    web,
    noBadges: [
      { file: 'photo.png', bytes: png },
      { file: 'lettre.txt', bytes: Buffer.from('Madame, Monsieur,') },
    ],
  }
}

/** What is not on this web does not answer. */
export const fetchFrom =
  (web: ForeignWeb): SafeFetch =>
  async (url) => {
    const page = web[url]
    if (!page) throw new FetchRefused('url_unreachable')
    return { url, status: page.status ?? 200, body: typeof page.body === 'string' ? new TextEncoder().encode(page.body) : page.body, contentType: page.type }
  }

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><circle cx="60" cy="60" r="56" fill="#b3312c"/><path d="M52 28h16v24h24v16H68v24H52V68H28V52h24z" fill="#fff"/></svg>'
const json = (body: unknown): Page => ({ body: JSON.stringify(body), type: 'application/json' })
const bodyOf = (web: ForeignWeb, url: string): Uint8Array => Buffer.from(web[url]!.body as string)
const drawPng = (color: string) =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240"><circle cx="120" cy="120" r="112" fill="${color}"/></svg>`))
    .png()
    .toBuffer()

function makeIssuer(name: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const did = didKeyFromPublicKey({ type: 'Ed25519', publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url') })
  const signer: Signer = { verificationMethod: `${did}#${did.slice('did:key:'.length)}`, algorithm: 'Ed25519', sign: (data) => sign(null, data, privateKey) }
  return { name, did, signer }
}

const describe = (name: string, did: string, address: string): AchievementCredentialInput => ({
  id: `urn:uuid:${idOf(name)}`,
  validFrom: CREATED,
  issuer: { id: did, name: 'Université de Bordeaux' },
  recipient: { identifier: identityObject({ type: 'emailAddress', value: address, salt: `sel de ${name}` }) },
  achievement: {
    id: `https://badges.bordeaux.example/${encodeURIComponent(name)}`,
    name,
    description: `Ce badge reconnaît : ${name.toLowerCase()}.`,
    criteria: { narrative: 'Avoir fait, et su dire comment.' },
    alignment: [{ targetName: 'Communiquer à l’oral', targetUrl: 'https://competences.bordeaux.example/oral', targetFramework: 'Compétences transversales' }],
    tag: ['engagement'],
  },
})

/** The same name, the same id: badges differ from run to run by their key alone. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function publishList(signer: Signer) {
  const list = createStatusList()
  setStatus(list, 11, true)
  const issuer = signer.verificationMethod.split('#')[0]!
  const credential = buildStatusListCredential({ id: LIST, issuer, purpose: 'revocation', encodedList: await encodeStatusList(list), validFrom: CREATED })
  return signCredential(credential, { signer, created: CREATED })
}

const signRecord = ({ did, name, signer }: ReturnType<typeof makeIssuer>, credentials: object[]) =>
  signCredential(
    buildClrCredential({
      id: 'urn:uuid:0b6f4f3c-1111-4222-8333-444455556666',
      name: 'Relevé de Bordeaux',
      issuer: { id: did, name },
      recipient: { id: 'urn:uuid:holder' },
      credentials,
      validFrom: CREATED,
    }),
    { signer, created: CREATED },
  )

const MOODLE = 'https://badges.moodle.example'

function hostedPages(address: string): ForeignWeb {
  const identity = { type: 'email', hashed: true, salt: 'moodle', identity: `sha256$${createHash('sha256').update(`${address}moodle`).digest('hex')}` }
  const assertion = (number: number) =>
    json({
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      id: `${MOODLE}/assertion/${number}`,
      recipient: identity,
      badge: `${MOODLE}/class/1`,
      verification: { type: 'hosted' },
      issuedOn: '2021-06-01T10:00:00+02:00',
      evidence: [{ id: 'https://moodle.example/travail', narrative: 'Un atelier pour douze enfants.' }],
    })
  return {
    [`${MOODLE}/assertion/1`]: assertion(1),
    [`${MOODLE}/assertion/2`]: assertion(2),
    [`${MOODLE}/assertion/3`]: assertion(3),
    [`${MOODLE}/class/1`]: json({
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'BadgeClass',
      id: `${MOODLE}/class/1`,
      name: 'Animation d’atelier',
      description: 'Anime un atelier de bout en bout.',
      image: `${MOODLE}/class/1.png`,
      criteria: { narrative: 'Préparer, animer, faire le bilan.' },
      issuer: `${MOODLE}/issuer`,
      tags: ['animation'],
      alignment: [{ targetName: 'Animer un groupe', targetUrl: 'https://competences.example/animer' }],
    }),
    [`${MOODLE}/issuer`]: json({
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Issuer',
      id: `${MOODLE}/issuer`,
      name: 'Centre social Les Trois Cités',
      url: MOODLE,
      email: 'badges@moodle.example',
    }),
  }
}

/** A signed assertion of 2.0: its issuer lists the key, and the key names its owner. */
async function signAssertion(web: ForeignWeb, address: string): Promise<string> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = (publicKey as KeyObject).export({ format: 'pem', type: 'spki' }).toString()
  const signed = `${MOODLE}/signed`
  web[`${signed}/key`] = json({ '@context': 'https://w3id.org/openbadges/v2', type: 'CryptographicKey', id: `${signed}/key`, owner: `${signed}/issuer`, publicKeyPem: pem })
  web[`${signed}/issuer`] = json({
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Issuer',
    id: `${signed}/issuer`,
    name: 'Centre social Les Trois Cités',
    url: MOODLE,
    email: 'badges@moodle.example',
    publicKey: `${signed}/key`,
  })
  const badgeClass = JSON.parse(web[`${MOODLE}/class/1`]!.body as string) as object
  web[`${signed}/class`] = json({ ...badgeClass, id: `${signed}/class`, issuer: `${signed}/issuer` })
  const assertion = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: 'urn:uuid:5d2c7f1e-0000-4000-8000-000000000042',
    recipient: { type: 'email', hashed: false, identity: address },
    badge: `${signed}/class`,
    verification: { type: 'SignedBadge', creator: `${signed}/key` },
    issuedOn: '2022-05-01T00:00:00Z',
  }
  return new CompactSign(new TextEncoder().encode(JSON.stringify(assertion))).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
}
