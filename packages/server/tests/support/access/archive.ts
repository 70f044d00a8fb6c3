import type { Rule } from '../access-table.ts'

export const ARCHIVE_PAGES: Record<string, Rule | Rule[]> = {
  '/me/data': { open: 'signed-in' },
  '/me/data/import': { open: 'signed-in', send: [{ access: 'nobody', fields: {}, isToldInPage: true }] },
  '/me/data/delete': { open: 'signed-in', send: [{ access: 'signed-in', fields: { confirmation: 'je pars' }, isLast: true }] },
  '/goodbye': { open: 'everybody' },
}

export const ARCHIVE_API: Record<string, Rule | Rule[]> = {
  '/me/data/archive.zip': { open: 'signed-in' },
  '/me/children/:childId/archive.zip': [
    { open: 'guardian', with: { childId: '$childId' } },
    { open: 'nobody', with: { childId: '$personId' } },
  ],
}
