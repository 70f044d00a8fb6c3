import { generateKeyPairSync, sign } from 'node:crypto'
import { bake, buildAchievementCredential, didKeyFromPublicKey, identityObject, type Signer, signCredential } from '@boat/openbadges'
import type { Ctx } from '#ctx'
import { demoDesigns, drawBadge, renderPng } from '#features/achievements/index.ts'
import { importBadge, listCollection, writeNote } from '#features/passports/index.ts'
import { BROUGHT_DAYS_AGO, type BroughtSeed, brought, keeper, notes } from './kept.table-data.ts'
import { known, type Network, personAt } from './network.ts'
import { schoolDay } from './school-day.ts'

/** Somebody who has brought what others had given him, and says what each means to him. */
export async function keepPassports(ctx: Ctx, network: Network): Promise<void> {
  const personId = known(network.personIds, keeper)
  const holder = personAt(ctx, personId, schoolDay(ctx.now(), BROUGHT_DAYS_AGO))
  for (const seed of brought) await importBadge(holder, { fileName: `${seed.name}.png`, bytes: await issueElsewhere(holder, seed) })
  for (const { badgeId, badgeName } of await listCollection(holder, personId)) {
    const note = notes[badgeName]
    if (note) await writeNote(holder, { badgeId, sentence: note.sentence, tags: [...note.tags] })
  }
}

/** As another platform would have given it: a picture with the signed badge in it. */
async function issueElsewhere(ctx: Ctx, seed: BroughtSeed): Promise<Uint8Array> {
  const { did, signer } = makeKey()
  const credential = buildAchievementCredential({
    id: `urn:uuid:${ctx.newId()}`,
    issuer: { id: did, name: seed.issuer },
    recipient: { identifier: [identityObject({ type: 'emailAddress', value: keeper, salt: ctx.newId() })] },
    achievement: {
      id: `urn:uuid:${ctx.newId()}`,
      name: seed.name,
      description: seed.description,
      criteria: { narrative: seed.criteria },
      tag: [...seed.keywords],
      alignment: [...seed.alignments],
    },
    validFrom: `${seed.receivedOn}T10:00:00Z`,
    ...(seed.validUntil && { validUntil: `${seed.validUntil}T10:00:00Z` }),
    ...(seed.narrative && { subject: { narrative: seed.narrative } }),
  })
  const signed = await signCredential(credential, { signer, created: new Date(`${seed.receivedOn}T10:00:00Z`) })
  const drawing = drawBadge({ ...demoDesigns[seed.drawing], ribbon: seed.ribbon }, { title: seed.name })
  return bake(await renderPng({ bytes: Buffer.from(drawing), mediaType: 'image/svg+xml' }, 512), JSON.stringify(signed))
}

/** A key of the day: what it signs says by itself whose it is. */
function makeKey(): { did: string; signer: Signer } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const did = didKeyFromPublicKey({ type: 'Ed25519', publicKey: new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url')) })
  return { did, signer: { verificationMethod: `${did}#${did.slice('did:key:'.length)}`, algorithm: 'Ed25519', sign: (data) => sign(null, data, privateKey) } }
}
