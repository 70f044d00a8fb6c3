import { isPicture, type Picture, SEQUENCE_LENGTH, type Secret } from '#features/accounts/accounts.schema.ts'

/** The pictures touched so far. */
export type Picking = { picked: Picture[]; isShared: boolean }

/** Without scripts each touched picture is sent by itself, after those before it. The names say `password`, so that no answer repeats them by accident. */
export function readPicking(form: FormData): Picking {
  const before = form.getAll('passwordChosen').filter(isPicture)
  const touched = form.get('passwordPicture')
  const picked = form.has('passwordUndo') ? before.slice(0, -1) : isPicture(touched) ? [...before, touched] : before
  return { picked: picked.slice(0, SEQUENCE_LENGTH), isShared: readShared(form) }
}

export const isStillPicking = (form: FormData): boolean =>
  ['passwordChosen', 'passwordPicture', 'passwordUndo'].some((name) => form.has(name)) && readPicking(form).picked.length < SEQUENCE_LENGTH

export const readSecret = (form: FormData): Secret =>
  form.has('passwordChosen') ? { kind: 'pictures', pictures: readPicking(form).picked } : { kind: 'password', password: String(form.get('password') ?? '') }

export const readShared = (form: FormData): boolean => form.get('shared') === 'yes'
