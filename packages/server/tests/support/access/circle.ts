import type { Rule, Sending } from '../access-table.ts'

const send = (access: Sending['access'], fields: Sending['fields'] = {}): Sending => ({ access, fields })

export const CIRCLE_PAGES: Record<string, Rule | Rule[]> = {
  '/me/circle': {
    open: 'signed-in',
    send: [
      send('nobody', { intent: 'shown', badgeId: '$issuedId', organizationId: '$organizationId' }),
      send('signed-in', { intent: 'hidden', badgeId: '$credentialId', organizationId: '$organizationId' }),
      send('signed-in', { intent: 'all_hidden', organizationId: '$organizationId' }),
    ],
  },
  '/me/circle/structures/:slug': { open: 'members', send: [send('nobody', { badgeId: '$issuedId' })] },
  // Nobody looks in from above.
  '/organizations/:slug/shown-badges': { open: 'issue' },
}

export const CIRCLE_API: Record<string, Rule | Rule[]> = {
  '/organizations/:slug/shown-badges/:importedId/picture.png': { open: 'nobody' },
}
