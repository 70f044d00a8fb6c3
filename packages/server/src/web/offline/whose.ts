// One computer, several people: which page and which answer is whose.
import type { MiddlewareHandler } from 'hono'
import { refuse } from '#kit/errors.ts'
import type { ApiVariables } from '#web/api.ts'

const HEADER = 'boat-person'

/**
 * An answer that is private says whose it is, so that a browser which keeps pages keeps none for the next person. A page that says whose it is
 * is not answered as somebody else, who signed in meanwhile: what it sends waits until they are back.
 */
export const saysWhose: MiddlewareHandler<{ Variables: ApiVariables }> = async (c, next) => {
  const { actor } = c.get('ctx')
  const personId = actor.kind === 'person' ? actor.personId : ''
  const asked = c.req.header(HEADER)
  if (asked !== undefined && asked !== personId) throw refuse('not_signed_in')
  await next()
  const isPrivate = /private/.test(c.res.headers.get('cache-control') ?? 'private')
  if (personId && isPrivate) c.header(HEADER, personId)
}
