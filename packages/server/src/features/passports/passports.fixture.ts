// Somebody of full age who keeps badges of several structures, and others brought from elsewhere.
import { type Actor, as, type Ctx } from '#ctx'
import { createPerson } from '#features/accounts/index.ts'
import { createAchievement, publishVersion } from '#features/achievements/index.ts'
import { issueCredentials, respondToCredential } from '#features/credentials/index.ts'
import { createOrganization } from '#features/organizations/index.ts'
import { published } from '../verification/verification.fixture.ts'
import { importBadge } from './imports/import-badge.ts'

export const FOREIGN = 'dcc-fixtures/v2/dataIntegrityProof/didKey/legacyRegistry-noStatus-noExpiry-basicOBv3.json'
export const FOREIGN_ALIGNED = 'dcc-fixtures/v2/dataIntegrityProof/didKey/legacyRegistry-noStatus-noExpiry-alignments.json'

const COLORS = ['#0b5c66', '#8a3b12', '#3c5a14', '#5b2a86', '#1d4f91']
const SKILLS = ['Travailler en équipe', 'Prendre la parole', 'Mener un projet', 'Médiation', 'Sobriété numérique']
const disc = (color: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="48" fill="${color}"/></svg>`)

export type Holder = { personId: string; actor: Actor; ctx: Ctx; address: string; credentialIds: string[]; importedIds: string[] }

type Wanted = { received?: number; imported?: string[]; givenName?: string; birthDate?: string }

/** The badges are accepted; the first structure is « Université de Poitiers ». */
export async function makeHolder(ctx: Ctx, { received = 3, imported = [FOREIGN], givenName = 'Amina', birthDate = '1988-03-04' }: Wanted = {}): Promise<Holder> {
  const address = `${ctx.newId()}@example.org`
  const { personId } = await createPerson(ctx, { givenName, familyName: 'Benali', birthDate, email: { address, isVerified: true } })
  const actor: Actor = { kind: 'person', personId, sessionId: ctx.newId(), isNetworkAdmin: false }
  const own = as(ctx, actor)
  const system = as(ctx, { kind: 'system' })
  const credentialIds: string[] = []
  for (let i = 0; i < received; i++) {
    const { organizationId } = await createOrganization(system, { name: i % 5 === 0 ? 'Université de Poitiers' : `Association ${i % 5}`, type: 'association' })
    const { versionId } = await makeAligned(system, organizationId, i)
    const [issued] = await issueCredentials(system, { versionId, recipients: [{ personId, name: givenName, idempotencyKey: ctx.newId() }] })
    await respondToCredential(own, { credentialId: issued!.credentialId, response: 'accepted' })
    credentialIds.push(issued!.credentialId)
  }
  const importedIds: string[] = []
  for (const path of imported) {
    const brought = await importBadge(own, { fileName: path.split('/').at(-1)!, bytes: published(path) })
    if ('importedId' in brought) importedIds.push(brought.importedId)
  }
  return { personId, actor, ctx: own, address, credentialIds, importedIds }
}

async function makeAligned(ctx: Ctx, organizationId: string, i: number) {
  const skill = SKILLS[i % SKILLS.length]!
  const { achievementId } = await createAchievement(ctx, {
    organizationId,
    content: {
      name: { fr: `Badge ${i + 1} : ${skill.toLowerCase()}`, en: `Badge ${i + 1}` },
      description: { fr: 'Ce que cette personne a fait, et comment.' },
      criteria: { fr: 'Mener **une action** utile à tous.' },
      imageAlt: { fr: 'Un disque de couleur' },
      tags: ['engagement', `thème ${i % 4}`],
      alignments: [{ targetName: skill, targetUrl: `https://competences.example/${i % SKILLS.length}`, targetFramework: 'Compétences transversales' }],
    },
    image: { bytes: disc(COLORS[i % COLORS.length]!) },
  })
  return publishVersion(ctx, achievementId)
}
