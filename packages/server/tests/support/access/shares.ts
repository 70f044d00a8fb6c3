import type { Rule } from '../access-table.ts'

const UNKNOWN = { token: 'unknown' }
const OPENING = { what: 'badges', badge: '$shownBadgeId', purpose: 'link', end: 'day', label: '' }

/** The administrator of the network shows a badge of theirs: whoever has the address sees it, and nobody else finds it. */
export const SHARES_PAGES: Record<string, Rule | Rule[]> = {
  '/me/shares': {
    open: 'signed-in',
    send: [
      { access: 'network', fields: { intent: 'close', shareId: '$shareId' }, isLast: true },
      { access: 'signed-in', fields: { intent: 'close-all' }, isLast: true },
    ],
  },
  '/me/shares/new': {
    open: 'signed-in',
    search: '?badge=$shownBadgeId',
    send: [
      { access: 'network', fields: { ...OPENING, intent: 'preview' }, isToldInPage: true },
      { access: 'network', fields: { ...OPENING, intent: 'open' }, isToldInPage: true },
    ],
  },
  '/me/shares/:shareId': { open: 'network', send: [{ access: 'network', fields: { intent: 'close' }, isLast: true }] },
  '/s/:token': [
    { open: 'everybody', with: { token: '$shareToken' } },
    { open: 'nobody', with: UNKNOWN },
  ],
  '/s/:token/badges/:badgeId': [
    { open: 'everybody', with: { token: '$shareToken', badgeId: '$shownBadgeId' } },
    { open: 'nobody', with: { token: '$shareToken', badgeId: '$credentialId' } },
    { open: 'nobody', with: { ...UNKNOWN, badgeId: '$shownBadgeId' } },
  ],
}

export const SHARES_API: Record<string, Rule | Rule[]> = {
  '/s/:token/embed': [
    { open: 'everybody', with: { token: '$embedToken' } },
    { open: 'nobody', with: { token: '$shareToken' } },
  ],
  '/s/:token/signature.png': [
    { open: 'everybody', with: { token: '$signatureToken' } },
    { open: 'nobody', with: { token: '$shareToken' } },
  ],
  '/s/:token/card.png': [
    { open: 'everybody', with: { token: '$shareToken' } },
    { open: 'nobody', with: UNKNOWN },
  ],
  '/s/:token/pictures/:address': [
    { open: 'nobody', with: { token: '$shareToken', address: '$credentialId.png' } },
    { open: 'nobody', with: { ...UNKNOWN, address: '$shownBadgeId.png' } },
  ],
  '/s/:token/files/:fileId': { open: 'nobody', with: { token: '$shareToken', fileId: '$credentialId' } },
  '/s/:token/endorsements/:address': [
    { open: 'nobody', with: { token: '$shareToken', address: '$endorsementId.json' } },
    { open: 'nobody', with: { ...UNKNOWN, address: '$endorsementId.json' } },
  ],
  '/s/:token/badges/:address': [
    { open: 'everybody', with: { token: '$shareToken', address: '$shownBadgeId.json' } },
    { open: 'nobody', with: { token: '$shareToken', address: '$credentialId.json' } },
  ],
}
