import sharp from 'sharp'
import type { Ctx } from '#ctx'
import { addFact, decideNomination, keepUpload, moderateVoice, nominate, respondToNomination } from '#features/nominations/index.ts'
import { known, type Network, personAt } from './network.ts'
import { type NominationSeed, type NomineeSeed, nominations, type WhoSeed } from './nominations.table-data.ts'
import { type PhotoKey, photos } from './photos.table-data.ts'
import { schoolDay } from './school-day.ts'

/** A few dossiers at every stage: to be read, waiting for an answer, ready to be decided, closed. */
export async function proposePeople(ctx: Ctx, network: Network): Promise<void> {
  for (const seed of nominations) await propose(ctx, network, seed)
}

async function propose(ctx: Ctx, network: Network, { badge, reader, nominee, voices, fact, response, decision }: NominationSeed): Promise<void> {
  const shared = {
    organizationId: known(network.organizationIds, 'bedel'),
    achievementId: known(network.badges, badge).achievementId,
    ...(isOutsider(nominee) ? nominee : { personId: findPerson(network, nominee) }),
  }
  let nominationId = ''
  for (const { by, daysAgo, deed, occasion, isWaiting, photo } of voices) {
    const author = personAt(ctx, findPerson(network, by), schoolDay(ctx.now(), daysAgo))
    const uploads = photo ? [await takePhoto(author, photo)] : []
    const given = await nominate(author, { ...shared, deed, occasion, uploads })
    nominationId = given.nominationId
    if (given.isWaiting && !isWaiting)
      await moderateVoice(personAt(ctx, known(network.personIds, reader), schoolDay(ctx.now(), daysAgo)), { voiceId: given.voiceId, decision: 'voice-admitted' })
  }
  if (!isOutsider(nominee) && (response || fact)) {
    const own = personAt(ctx, findPerson(network, nominee), ctx.now())
    if (response) await respondToNomination(own, { nominationId, response })
    if (fact) await addFact(own, { nominationId, ...fact })
  }
  if (decision) await decideNomination(personAt(ctx, known(network.personIds, reader), ctx.now()), { nominationId, ...decision })
}

async function takePhoto(ctx: Ctx, key: PhotoKey) {
  const { svg, fileName, alt } = photos[key]
  const { uploadId } = await keepUpload(ctx, { fileName, bytes: await sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer() })
  return { uploadId, alt }
}

export const isOutsider = (nominee: NomineeSeed): nominee is { name: string; function: string } => typeof nominee === 'object' && 'name' in nominee

export const findPerson = (network: Network, who: WhoSeed): string =>
  typeof who === 'string' ? known(network.personIds, who) : known(new Map(known(network.pupilIds, who[0]).entries()), who[1])
