// Somebody with a browser, without scripts: opens pages of a test's platform, fills in forms, keeps cookies.
import type { ServerBuild } from 'react-router'
import { type App, createApp } from '../../src/app.ts'
import { TEST_ORIGIN, type TestApp } from './make-app.ts'

export type Visitor = {
  cookies: Map<string, string>
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>
  /** The text of a page, as a person reads it. */
  read(path: string): Promise<string>
}

/** The platform's pages, as `npm test` has built them. */
export async function openPages(platform: TestApp): Promise<{ app: App; newVisitor(): Visitor }> {
  const build = (await import(/* @vite-ignore */ new URL('../../build/server/index.js', import.meta.url).href)) as ServerBuild
  const app = await createApp(platform.ctx, build)
  return { app, newVisitor: () => newVisitor(app) }
}

function newVisitor(app: App): Visitor {
  const cookies = new Map<string, string>()
  const send = async (path: string, init: { method?: string; body?: URLSearchParams; headers?: Record<string, string> }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.request(TEST_ORIGIN + path, {
      ...init,
      headers: { origin: TEST_ORIGIN, accept: 'text/html', 'accept-language': 'fr', ...(cookie && { cookie }), ...init.headers },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (value) cookies.set(name!, value)
      else cookies.delete(name!)
    }
    return response
  }
  return {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields, headers = {}) => send(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
    read: async (path) => readText(await send(path, {})),
  }
}

/** Without tags, scripts and styles. */
export async function readText(response: Response): Promise<string> {
  return (await response.text())
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\u00a0/g, ' ')
    .replace(/\s+/g, ' ')
}
