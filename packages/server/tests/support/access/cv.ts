import type { Rule } from '../access-table.ts'

const SAVED = { intent: 'save', title: 'CV de trop', locale: 'fr', name: 'Intruse' }

export const CV_PAGES: Record<string, Rule | Rule[]> = {
  '/me/cv': { open: 'signed-in', send: [{ access: 'nobody', fields: { intent: 'import' }, isToldInPage: true }] },
  '/me/cv/:cvId': {
    open: 'holder',
    with: { cvId: '$cvId' },
    send: [
      { access: 'holder', fields: { intent: 'copy', locale: 'en' } },
      { access: 'nobody', fields: { intent: 'open', days: '30' }, isToldInPage: true },
      { access: 'holder', fields: { intent: 'delete' }, isLast: true },
    ],
  },
  '/me/cv/:cvId/edit': { open: 'holder', with: { cvId: '$cvId' }, send: [{ access: 'holder', fields: SAVED }] },
}

export const CV_API: Record<string, Rule | Rule[]> = {
  '/me/cv/:cvId/cv.pdf': { open: 'holder', with: { cvId: '$cvId' } },
  '/me/cv/:cvId/resume.json': { open: 'holder', with: { cvId: '$cvId' } },
  '/me/clr.json': { open: 'signed-in' },
}
