import { localPath } from '#features/accounts/accounts.schema.ts'

/** The page that a small form was on: back to it, never to another site. */
export function cameFrom(request: Request): string {
  const referer = request.headers.get('referer') ?? ''
  if (!URL.canParse(referer) || new URL(referer).host !== new URL(request.url).host) return '/'
  const { pathname, search } = new URL(referer)
  return localPath(pathname + search) ?? '/'
}
