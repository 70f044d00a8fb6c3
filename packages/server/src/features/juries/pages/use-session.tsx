// The table of the meeting in a browser.
import { type Live, useOutbox } from '#web/offline/use-outbox.ts'
import type { PresentedTable } from './present.ts'

export type Session = Omit<Live<PresentedTable>, 'view'> & { table: PresentedTable }

export function useSession(first: PresentedTable, address: string): Session {
  const { view, ...live } = useOutbox({ name: `jury:${first.jury.juryId}`, address, first })
  return { ...live, table: view }
}
