// A page's loader or action, called as React Router calls it, without the pages' bundle.
import { RouterContextProvider } from 'react-router'
import { type Actor, as, type Ctx } from '../../src/ctx.ts'
import { pageRequest } from '../../src/web/page.ts'

type Half = (args: any) => unknown
type Call = { actor?: Actor; params?: Record<string, string>; search?: string; form?: FormData | Record<string, string | string[]> }
export type Answer = { status: number; location?: string; cookie?: string; data: any; text?: string }

/** With `form` it is a POST. What was thrown (a redirect, a problem page) is answered like what was returned. */
export async function callPage(ctx: Ctx, half: Half, { actor = { kind: 'anonymous' }, params = {}, search = '', form }: Call = {}): Promise<Answer> {
  const context = new RouterContextProvider()
  context.set(pageRequest, { ctx: as(ctx, actor), nonce: '', userAgent: 'test', clientAddress: '127.0.0.1', responseHeaders: new Headers() })
  const request = new Request(`http://localhost:3999/page${search}`, form ? { method: 'POST', body: toFormData(form) } : {})
  try {
    return await present(await half({ request, context, params, unstable_pattern: '' }))
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown
    return present(thrown)
  }
}

async function present(value: unknown): Promise<Answer> {
  if (value instanceof Response) {
    const text = await value.text()
    return { status: value.status, location: value.headers.get('location') ?? undefined, cookie: value.headers.get('set-cookie') ?? undefined, data: undefined, text }
  }
  if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit') {
    const { data, init } = value as unknown as { data: unknown; init: { status: number } | null }
    return { status: init?.status ?? 200, data }
  }
  return { status: 200, data: value }
}

function toFormData(fields: FormData | Record<string, string | string[]>): FormData {
  if (fields instanceof FormData) return fields
  const form = new FormData()
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value)
  return form
}
