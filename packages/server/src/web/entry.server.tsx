import { renderToReadableStream } from 'react-dom/server.edge'
import { I18nextProvider } from 'react-i18next'
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router'
import { pageSecurityHeaders } from '#kit/http.ts'
import { pageRequest } from '#web/page.ts'
import type { rootLoader } from '#web/root.server.ts'
import { translatorFor } from '#web/translations.ts'

export default async function handleRequest(request: Request, status: number, headers: Headers, entry: EntryContext, context: RouterContextProvider) {
  const { nonce, ctx, responseHeaders } = context.get(pageRequest)
  const shell: Awaited<ReturnType<typeof rootLoader>> | undefined = entry.staticHandlerContext.loaderData.root
  const body = await renderToReadableStream(
    <I18nextProvider i18n={translatorFor(ctx.locale, shell?.tone ?? 'vous')}>
      <ServerRouter context={entry} url={request.url} nonce={nonce} />
    </I18nextProvider>,
    { nonce, signal: request.signal },
  )
  // Waiting for the whole page keeps it readable without scripts.
  await body.allReady
  headers.set('content-type', 'text/html; charset=utf-8')
  for (const [name, value] of Object.entries(pageSecurityHeaders(nonce))) headers.set(name, value)
  for (const [name, value] of responseHeaders) headers.append(name, value)
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store')
  return new Response(body, { status, headers })
}
