// What this device kept of somebody goes once their account is closed, and not before: a refusal must lose nothing.
import { forgetOwn } from '#web/offline/outbox.ts'

const KEY = 'boat-leaving'

export const noteLeaving = (personId: string): void => sessionStorage.setItem(KEY, personId)

export function forgetHere(): void {
  const personId = sessionStorage.getItem(KEY)
  if (!personId) return
  forgetOwn(localStorage, personId)
  sessionStorage.removeItem(KEY)
}
