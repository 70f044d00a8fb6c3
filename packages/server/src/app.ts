// Composition root: config → ctx → every feature's doors. The only file that knows all features.
import { randomBytes, randomUUID } from 'node:crypto'
import { serveStatic } from '@hono/node-server/serve-static'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Kysely } from 'kysely'
import type { PgBoss } from 'pg-boss'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import type { Config } from '#config'
import type { Ctx } from '#ctx'
import type { DB } from '#db/schema.ts'
import { accountsJobs } from '#features/accounts/accounts.jobs.ts'
import { registerAccountsRoutes } from '#features/accounts/accounts.routes.ts'
import { findSession, SESSION_COOKIE } from '#features/accounts/index.ts'
import { achievementsJobs } from '#features/achievements/achievements.jobs.ts'
import { registerAchievementsRoutes } from '#features/achievements/achievements.routes.ts'
import { ceremoniesJobs } from '#features/ceremonies/ceremonies.jobs.ts'
import { registerCeremoniesRoutes } from '#features/ceremonies/ceremonies.routes.ts'
import { credentialsJobs } from '#features/credentials/credentials.jobs.ts'
import { registerCredentialsRoutes } from '#features/credentials/credentials.routes.ts'
import { deliveryJobs } from '#features/delivery/delivery.jobs.ts'
import { registerDeliveryRoutes } from '#features/delivery/delivery.routes.ts'
import { departuresJobs } from '#features/departures/departures.jobs.ts'
import { registerDeparturesRoutes } from '#features/departures/departures.routes.ts'
import { endorsementsJobs } from '#features/endorsements/endorsements.jobs.ts'
import { registerEndorsementsRoutes } from '#features/endorsements/endorsements.routes.ts'
import { fairnessJobs } from '#features/fairness/fairness.jobs.ts'
import { registerFairnessRoutes } from '#features/fairness/fairness.routes.ts'
import { guardiansJobs } from '#features/guardians/guardians.jobs.ts'
import { registerGuardiansRoutes } from '#features/guardians/guardians.routes.ts'
import { issuersJobs } from '#features/issuers/issuers.jobs.ts'
import { registerIssuersRoutes } from '#features/issuers/issuers.routes.ts'
import { juriesJobs } from '#features/juries/juries.jobs.ts'
import { registerJuriesRoutes } from '#features/juries/juries.routes.ts'
import { nominationsJobs } from '#features/nominations/nominations.jobs.ts'
import { registerNominationsRoutes } from '#features/nominations/nominations.routes.ts'
import { onboardingJobs } from '#features/onboarding/onboarding.jobs.ts'
import { registerOnboardingRoutes } from '#features/onboarding/onboarding.routes.ts'
import { organizationsJobs } from '#features/organizations/organizations.jobs.ts'
import { registerOrganizationsRoutes } from '#features/organizations/organizations.routes.ts'
import { passportsJobs } from '#features/passports/passports.jobs.ts'
import { registerPassportsRoutes } from '#features/passports/passports.routes.ts'
import { practiceJobs } from '#features/practice/practice.jobs.ts'
import { registerPracticeRoutes } from '#features/practice/practice.routes.ts'
import { verificationJobs } from '#features/verification/verification.jobs.ts'
import { registerVerificationRoutes } from '#features/verification/verification.routes.ts'
import { createSafeFetch, type SafeFetch } from '#kit/fetch.ts'
import { clientAddress, privateByDefault, problemMapper, sameOriginOnly, withoutNul } from '#kit/http.ts'
import { type JobDefinition, jobsOn } from '#kit/jobs.ts'
import type { Logger } from '#kit/log.ts'
import { folderTransport, type MailTransport, smtpTransport } from '#kit/mail.ts'
import { createSecrets } from '#kit/secrets.ts'
import { type ApiVariables, createPlatformApi, type PlatformApi } from '#web/api.ts'
import { negotiateLocale } from '#web/i18n.ts'
import fr from '#web/messages/fr.ts'
import { saysWhose } from '#web/offline/whose.ts'
import { describeApi } from '#web/openapi.ts'
import { pageRequest } from '#web/page.ts'
import { translate } from '#web/translations.ts'

export const allJobs: readonly JobDefinition<Ctx>[] = [
  ...accountsJobs,
  ...organizationsJobs,
  ...issuersJobs,
  ...achievementsJobs,
  ...credentialsJobs,
  ...passportsJobs,
  ...endorsementsJobs,
  ...ceremoniesJobs,
  ...nominationsJobs,
  ...juriesJobs,
  ...guardiansJobs,
  ...departuresJobs,
  ...fairnessJobs,
  ...onboardingJobs,
  ...practiceJobs,
  ...verificationJobs,
  ...deliveryJobs,
]

export type World = { config: Config; db: Kysely<DB>; boss: PgBoss; log: Logger; now?: () => Date; fetch?: SafeFetch; mailTransport?: MailTransport }

/** The Ctx of the platform itself; requests and jobs derive theirs from it. */
export function createCtx(world: World): Ctx {
  const { config, db, boss, log } = world
  return {
    config,
    db,
    boss,
    log,
    jobs: jobsOn(boss, db),
    now: world.now ?? (() => new Date()),
    newId: randomUUID,
    fetch: world.fetch ?? createSafeFetch({}),
    mailTransport: world.mailTransport ?? (config.smtpUrl ? smtpTransport(config.smtpUrl, config.mailFrom) : folderTransport(`${config.dataDir}/mail`, config.mailFrom)),
    secrets: createSecrets(config.secretKey),
    actor: { kind: 'system' },
    locale: 'fr',
  }
}

/** Every route of the API, on its own so that openapi.json can be generated without a database. */
export function createApiRoutes(): PlatformApi {
  const api = createPlatformApi()
  registerAccountsRoutes(api)
  registerOrganizationsRoutes(api)
  registerIssuersRoutes(api)
  registerAchievementsRoutes(api)
  registerCredentialsRoutes(api)
  registerPassportsRoutes(api)
  registerEndorsementsRoutes(api)
  registerCeremoniesRoutes(api)
  registerNominationsRoutes(api)
  registerJuriesRoutes(api)
  registerGuardiansRoutes(api)
  registerDeparturesRoutes(api)
  registerFairnessRoutes(api)
  registerOnboardingRoutes(api)
  registerPracticeRoutes(api)
  registerVerificationRoutes(api)
  registerDeliveryRoutes(api)
  return api
}

/** Where the sentence of a refusal may stand: a slice has its own, `web` those that all share. */
const NAMESPACES = ['web', ...Object.keys(fr).filter((namespace) => namespace !== 'web')]

export type App = OpenAPIHono<{ Variables: ApiVariables }>

export async function createApp(base: Ctx, build?: ServerBuild): Promise<App> {
  const app: App = new OpenAPIHono()
  app.onError(
    problemMapper(base.log, (code, c) =>
      translate(negotiateLocale(c.req.header('accept-language')))(
        NAMESPACES.map((namespace) => `${namespace}:errors.${code}`),
        { defaultValue: code },
      ),
    ),
  )
  // Our own addresses are answered in-process: a platform behind a proxy or on a laptop can verify its own badges.
  const ctx: Ctx = { ...base, fetch: fetchOwnInProcess(base, (request) => app.fetch(request)) }

  app.use(privateByDefault)
  app.use(withoutNul)
  if (build) {
    app.use('/assets/*', serveStatic({ root: clientFolder, onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable') }))
    // The worker is asked for anew each time, and reaches nothing but this platform.
    app.use('/sw.js', serveStatic({ root: clientFolder, onFound: (_path, c) => void Object.entries(WORKER_HEADERS).map(([name, value]) => c.header(name, value)) }))
    app.use(serveStatic({ root: clientFolder, onFound: (_path, c) => c.header('cache-control', 'public, max-age=3600') }))
  }
  app.use(sameOriginOnly(ctx.config.url))
  app.use(async (c, next) => {
    const cookies = c.req.header('cookie') ?? ''
    const token = readCookie(cookies, SESSION_COOKIE)
    const session = token ? await findSession(ctx, token) : undefined
    const chosen = readCookie(cookies, 'boat_locale')
    const locale = session?.locale ?? (chosen === 'en' || chosen === 'fr' ? chosen : negotiateLocale(c.req.header('accept-language')))
    c.set('ctx', { ...ctx, actor: session?.actor ?? { kind: 'anonymous' }, locale })
    c.set('clientAddress', clientAddress(c, ctx.config.trustsProxy))
    c.set('nonce', randomBytes(16).toString('base64'))
    await next()
  })
  app.use(saysWhose)
  const api = createApiRoutes()
  const description = describeApi(api)
  app.get('/api/v1/openapi.json', (c) => c.json(description))
  app.route('/', api)

  if (build) {
    const handle = createRequestHandler(build, 'production')
    app.all('*', (c) => {
      const context = new RouterContextProvider()
      context.set(pageRequest, {
        ctx: c.get('ctx'),
        nonce: c.get('nonce'),
        userAgent: c.req.header('user-agent') ?? '',
        clientAddress: c.get('clientAddress'),
        responseHeaders: new Headers(),
      })
      return handle(c.req.raw, context)
    })
  }
  return app
}

const WORKER_HEADERS = { 'cache-control': 'no-cache', 'content-security-policy': "default-src 'none'; connect-src 'self'" }

const clientFolder = new URL('../build/client', import.meta.url).pathname

function readCookie(header: string, name: string): string | undefined {
  return header
    .split(/;\s*/)
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}

function fetchOwnInProcess(base: Ctx, handle: (request: Request) => Response | Promise<Response>): SafeFetch {
  return async (url, init = {}) => {
    if (!url.startsWith(`${base.config.url}/`)) return base.fetch(url, init)
    const response = await handle(new Request(url, { headers: { accept: init.accept ?? '*/*' } }))
    const contentType = response.headers.get('content-type')
    return { url, status: response.status, body: new Uint8Array(await response.arrayBuffer()), ...(contentType && { contentType }) }
  }
}
