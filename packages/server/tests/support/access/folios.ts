import type { Rule } from '../access-table.ts'

const WORDS = { title: 'Page de trop', introduction: '', basedOn: '2026-11-23T09:00:00.000Z' }

export const FOLIOS_PAGES: Record<string, Rule | Rule[]> = {
  '/me/folios': { open: 'signed-in', send: [{ access: 'signed-in', fields: { start: 'blank' } }] },
  '/me/folios/:folioId': { open: 'holder' },
  '/me/folios/:folioId/edit': {
    open: 'holder',
    send: [
      { access: 'holder', fields: { ...WORDS, intent: 'add:text' } },
      // Written by somebody who has not seen the last version: told, and not saved.
      { access: 'holder', fields: { ...WORDS, intent: 'save' }, isToldInPage: true },
      { access: 'holder', fields: { intent: 'delete' }, isLast: true },
    ],
  },
}

export const FOLIOS_API: Record<string, Rule | Rule[]> = {
  '/me/folios/:folioId/files/:fileId': { open: 'holder', with: { fileId: '$folioFileId' } },
}
