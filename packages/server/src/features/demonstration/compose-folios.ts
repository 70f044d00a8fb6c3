import sharp from 'sharp'
import type { Ctx } from '#ctx'
import { addFile, createFolio, saveFolio } from '#features/passports/index.ts'
import { known, type Network, personAt } from './network.ts'
import { photos } from './photos.table-data.ts'

const CHEF = 'chef@bedel.demo.boat.test'
const DAY_MS = 24 * 3600_000

/** The cook has a page of his own: what he does, the badges that say so, a photo. */
export async function composeFolios(ctx: Ctx, network: Network): Promise<void> {
  const personId = known(network.personIds, CHEF)
  const cook = personAt(ctx, personId, new Date(ctx.now().getTime() - 4 * DAY_MS))
  const held = await ctx.db
    .selectFrom('credential')
    .select('id')
    .where('person_id', '=', personId)
    .where('response', '=', 'accepted')
    .where('revoked_at', 'is', null)
    .orderBy('issued_at', 'desc')
    .execute()
  const { folioId } = await createFolio(cook, 'blank')
  const { svg, fileName, alt } = photos.jars
  const { fileId } = await addFile(cook, folioId, { fileName, bytes: await sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer() })
  const block = <Kind extends string, Rest extends object>(kind: Kind, rest: Rest) => ({ kind, id: ctx.newId(), ...rest })
  await saveFolio(cook, {
    folioId,
    basedOn: cook.now(),
    content: {
      title: 'Une cantine qui apprend',
      introduction: 'Je cuisine pour trois cents personnes au collège Maurice Bedel, et je cuisine avec eux.',
      blocks: [
        block('heading', { text: 'Ce que nous faisons' }),
        block('text', {
          markdown:
            'Chaque mardi, une classe vient en cuisine. On pèse les restes de la veille, on cherche pourquoi, on change le menu.\n\n- **Un tiers de restes en moins** en deux ans\n- Des légumes anciens choisis à l’aveugle\n- Une soupe des invendus, mise en bocaux avec les élèves',
        }),
        block('file', { fileId, caption: 'La collecte de novembre, prête à partir' }),
        block('heading', { text: 'Ce qui en a été reconnu' }),
        block('badges', { badgeIds: held.map(({ id }) => id), layout: 'list', withSentences: true }),
        block('heading', { text: 'Si vous voulez essayer' }),
        block('text', { markdown: 'Je reçois volontiers d’autres équipes de cuisine, le mercredi matin. Passez par le collège.' }),
      ],
    },
    alts: new Map([[fileId, alt]]),
  })
}
