import type { Ctx } from '#ctx'
import { writeNote } from '../write-note.ts'

/** The form « Ce que ce badge veut dire pour moi ». Tags are typed in one line, a comma between two. */
export function receiveNote(ctx: Ctx, badgeId: string, form: FormData): Promise<void> {
  const typed = (name: string) => String(form.get(name) ?? '').replaceAll('\r\n', '\n')
  const tags = typed('tags')
    .split(/[,;\n]/)
    .map((tag) => tag.trim())
    .filter(Boolean)
  return writeNote(ctx, { badgeId, sentence: typed('sentence'), tags })
}
