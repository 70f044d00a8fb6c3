// The HTTP API: versioned under /api/v1, described in openapi.json. Routes are thin doors onto verbs.
import type { Ctx } from '#ctx'
import { type Api, createApi } from '#kit/http.ts'

export type ApiVariables = { ctx: Ctx; clientAddress: string; nonce: string }
export type PlatformApi = Api<ApiVariables>

export const createPlatformApi = (): PlatformApi => createApi<ApiVariables>()
