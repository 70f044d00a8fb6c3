import type { Rule } from '../access-table.ts'

const ANSWER = { voice: 'self', comment: 'Une phrase de trop, pour voir.', relation: 'Par hasard', name: 'Une Intruse' }
const refused = (fields: Record<string, string>) => ({ access: 'nobody' as const, fields })

export const ENDORSEMENTS_PAGES: Record<string, Rule | Rule[]> = {
  '/me/endorsements': {
    open: 'signed-in',
    send: [
      refused({ intent: 'show', endorsementId: '$endorsementId' }),
      refused({ intent: 'withdraw', requestId: '$endorsementRequestId' }),
      refused({ intent: 'remind', requestId: '$endorsementRequestId' }),
    ],
  },
  '/me/endorsements/new': [
    { open: 'signed-in' },
    {
      open: 'holder',
      search: '?badge=$credentialId',
      // A pupil of unknown age asks nobody by mail: the page says so in a sentence of its own.
      send: [{ access: 'nobody', fields: { intent: 'preview', badgeId: '$credentialId' }, isToldInPage: true }],
    },
  ],
  // Between two others of the structure: nobody else's door, whatever they may there.
  '/me/endorsements/:requestId': {
    open: 'nobody',
    with: { requestId: '$endorsementRequestId' },
    send: [refused({ intent: 'preview', ...ANSWER }), refused({ intent: 'sign', ...ANSWER }), refused({ intent: 'decline' }), refused({ intent: 'withdraw', reason: 'Pour voir' })],
  },
  '/e/:token': { open: 'nobody', with: { token: 'unknown' }, send: [refused({ intent: 'sign', ...ANSWER }), refused({ intent: 'decline' })] },
  '/e/:token/stop': { open: 'nobody', with: { token: 'unknown' }, send: [refused({ intent: 'stop' })] },
  '/endorsements/:id': { open: 'issue', with: { id: '$endorsementId' }, send: [{ access: 'revoke', fields: { reason: 'Signé par erreur' }, isLast: true }] },
}

export const ENDORSEMENTS_API: Record<string, Rule | Rule[]> = {
  '/endorsements/:address': { open: 'issue', with: { address: '$endorsementId.json' } },
  '/me/endorsements/:requestId/picture.png': { open: 'nobody', with: { requestId: '$endorsementRequestId' } },
  '/e/:token/picture.png': { open: 'nobody', with: { token: 'unknown' } },
}
