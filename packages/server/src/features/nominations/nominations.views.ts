// Dossiers as the API says them.
import { z } from 'zod'
import type { AchievementContent } from '#features/achievements/index.ts'
import type { Attachment } from './attachments/list-attachments.ts'
import type { NominationDetails } from './get-nomination.ts'
import type { NominationLine } from './list-nominations.ts'
import type { Seen } from './read-people.ts'

const state = z.enum(['open', 'to-complete', 'agreed', 'granted', 'not-retained', 'declined', 'withdrawn', 'set-aside'])
const response = z.enum(['pending', 'accepted', 'declined'])

/** Either a name, or the class of a pupil whose name is not for who asks. */
const PersonView = z.object({ name: z.string().nullable(), title: z.string(), className: z.string().nullable() }).meta({ id: 'NominationPerson' })
const BadgeView = z.object({ achievementId: z.guid(), name: z.object({ fr: z.string(), en: z.string().optional() }) })
const AttachmentView = z.object({ id: z.guid(), url: z.string(), fileName: z.string(), alt: z.string() })

export const NominatedView = z
  .object({ nominationId: z.guid(), voiceId: z.guid(), isWaiting: z.boolean().describe('An adult reads it before the nominee sees it') })
  .meta({ id: 'Nominated' })

export const NominationLineView = z
  .object({ nominationId: z.guid(), nominee: PersonView, badge: BadgeView, state, response, voiceCount: z.int(), updatedAt: z.iso.datetime() })
  .meta({ id: 'NominationLine' })

export const NominationView = z
  .object({
    nominationId: z.guid(),
    organizationId: z.guid(),
    nominee: PersonView,
    badge: BadgeView,
    state,
    response,
    isClosed: z.boolean(),
    credentialId: z.guid().nullable(),
    voices: z.array(
      z.object({
        voiceId: z.guid(),
        author: PersonView.nullable(),
        deed: z.string(),
        occasion: z.string(),
        state: z.enum(['waiting', 'admitted', 'set-aside', 'withdrawn']),
        attachments: z.array(AttachmentView),
        createdAt: z.iso.datetime(),
      }),
    ),
    facts: z.array(z.object({ factId: z.guid(), text: z.string(), url: z.string().nullable(), attachments: z.array(AttachmentView), createdAt: z.iso.datetime() })),
    decisions: z.array(z.object({ decisionId: z.guid(), decision: z.string(), reason: z.string(), decidedAt: z.iso.datetime() })),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Nomination' })

const presentPerson = (person: Seen): z.output<typeof PersonView> => ('pupilOf' in person ? { name: null, title: '', className: person.pupilOf } : person)
const presentBadge = ({ achievementId, content }: { achievementId: string; content: AchievementContent }) => ({ achievementId, name: content.name })
const presentAttachment = ({ attachmentId, fileName, alt }: Attachment) => ({ id: attachmentId, url: `/attachments/${attachmentId}`, fileName, alt })

export const presentLine = ({ nominationId, nominee, badge, state, response, voiceCount, updatedAt }: NominationLine): z.output<typeof NominationLineView> => ({
  nominationId,
  nominee: presentPerson(nominee),
  badge: presentBadge(badge),
  state,
  response,
  voiceCount,
  updatedAt: updatedAt.toISOString(),
})

export function presentDetails(nomination: NominationDetails): z.output<typeof NominationView> {
  const { nominationId, organizationId, nominee, version, state, response, isClosed, credentialId, createdAt } = nomination
  return {
    nominationId,
    organizationId,
    nominee: presentPerson(nominee),
    badge: presentBadge(version),
    state,
    response,
    isClosed,
    credentialId,
    voices: nomination.voices.map(({ voiceId, author, deed, occasion, state, attachments, createdAt }) => ({
      voiceId,
      author: author ? presentPerson(author) : null,
      deed,
      occasion,
      state,
      attachments: attachments.map(presentAttachment),
      createdAt: createdAt.toISOString(),
    })),
    facts: nomination.facts.map(({ attachments, createdAt, ...fact }) => ({ ...fact, attachments: attachments.map(presentAttachment), createdAt: createdAt.toISOString() })),
    decisions: nomination.decisions.map(({ decisionId, decision, reason, decidedAt }) => ({ decisionId, decision, reason, decidedAt: decidedAt.toISOString() })),
    createdAt: createdAt.toISOString(),
  }
}
