// What was done at the table while the line was down: kept on this device, sent in order when it is back, never twice, never over somebody else’s.

export type Fields = Record<string, string>
/** `about` names what it is on: a later act about the same thing takes the place of one that still waits. */
export type Act = { key: string; about: string; label: string; fields: Fields }
export type RefusedAct = Act & { code: string; detail?: Record<string, unknown> | undefined }
export type Outbox = { waiting: Act[]; refused: RefusedAct[] }
export type Answer = { outcome: 'done' } | { outcome: 'later' } | { outcome: 'refused'; code: string; detail?: Record<string, unknown> | undefined }

type Store = Pick<Storage, 'getItem' | 'setItem'>

export const EMPTY: Outbox = { waiting: [], refused: [] }
const keyOf = (juryId: string) => `boat-jury:${juryId}`

export function readOutbox(store: Store, juryId: string): Outbox {
  try {
    const kept = JSON.parse(store.getItem(keyOf(juryId)) ?? 'null') as Outbox | null
    return kept && Array.isArray(kept.waiting) && Array.isArray(kept.refused) ? kept : EMPTY
  } catch {
    return EMPTY
  }
}

export const keepOutbox = (store: Store, juryId: string, outbox: Outbox): void => store.setItem(keyOf(juryId), JSON.stringify(outbox))

export const withAct = ({ waiting, refused }: Outbox, act: Act): Outbox => ({ waiting: [...waiting.filter(({ about }) => about !== act.about), act], refused })

export const withoutRefused = ({ waiting, refused }: Outbox, key: string): Outbox => ({ waiting, refused: refused.filter((act) => act.key !== key) })

/** What became of one act. The outbox may have grown meanwhile: it is given as it is now. */
export function settle({ waiting, refused }: Outbox, act: Act, answer: Answer): Outbox {
  if (answer.outcome === 'later') return { waiting, refused }
  const rest = waiting.filter(({ key }) => key !== act.key)
  if (answer.outcome === 'done') return { waiting: rest, refused }
  return { waiting: rest, refused: [...refused.filter(({ key }) => key !== act.key), { ...act, code: answer.code, detail: answer.detail }] }
}

/** An answer that says the line, the session or the server is not there is none: it is asked again. */
export async function readAnswer(response: Response): Promise<Answer> {
  if (response.ok) return { outcome: 'done' }
  if ([401, 408, 429].includes(response.status) || response.status >= 500) return { outcome: 'later' }
  const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: Record<string, unknown>; problems?: { message: string }[] }
  return {
    outcome: 'refused',
    code: problem.code === 'invalid_input' && problem.problems?.[0] ? problem.problems[0].message : (problem.code ?? 'internal_error'),
    detail: problem.detail,
  }
}
