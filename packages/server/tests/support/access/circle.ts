import type { Rule, Sending } from '../access-table.ts'

const send = (access: Sending['access'], fields: Sending['fields'] = {}, more: Partial<Sending> = {}): Sending => ({ access, fields, ...more })
/** A child is told kindly from what age on. */
const TOLD = { isToldInPage: true } as const

export const CIRCLE_PAGES: Record<string, Rule | Rule[]> = {
  '/me/circle': {
    open: 'signed-in',
    send: [
      send('nobody', { intent: 'shown', badgeId: '$issuedId', organizationId: '$organizationId' }, TOLD),
      send('signed-in', { intent: 'hidden', badgeId: '$credentialId', organizationId: '$organizationId' }),
      send('signed-in', { intent: 'all_hidden', organizationId: '$organizationId' }),
      send('signed-in', { intent: 'unfollowed', organizationId: '$organizationId' }),
      send('nobody', { intent: 'announced', badgeId: '$credentialId' }, TOLD),
      send('nobody', { intent: 'removed', congratulationId: '$credentialId' }),
    ],
  },
  '/me/circle/structures/:slug': { open: 'members', send: [send('nobody', { badgeId: '$issuedId' }, TOLD)] },
  '/me/circle/news': { open: 'signed-in' },
  '/me/circle/follow': { open: 'signed-in' },
  // The badge that a child holds: for those of its school who work with its people, and nobody else, on whatever side.
  '/me/circle/congratulate/:badgeId': [
    { open: 'issue', with: { badgeId: '$credentialId' }, send: [send('issue', { phrase: 'bravo' }, { isLast: true })] },
    { open: 'nobody', with: { badgeId: '$importedId' }, send: [send('nobody', { phrase: 'bravo' })] },
  ],
  // Nobody looks in from above.
  '/organizations/:slug/shown-badges': { open: 'issue' },
}

export const CIRCLE_API: Record<string, Rule | Rule[]> = {
  '/organizations/:slug/shown-badges/:importedId/picture.png': { open: 'nobody' },
}
