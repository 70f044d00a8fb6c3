import '@mantine/core/styles.css'
import '@fontsource-variable/inter/wght.css'
import './global.css'
import { ColorSchemeScript, MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError, useRouteLoaderData } from 'react-router'
import type { rootLoader } from '#web/root.server.ts'
import { ProblemPage } from './components/problem-page.tsx'
import { theme } from './theme.ts'

export { rootLoader as loader } from '#web/root.server.ts'

export function Layout({ children }: { children: ReactNode }) {
  const shell = useRouteLoaderData<typeof rootLoader>('root')
  const scheme = shell?.colorScheme ?? 'auto'
  return (
    <html lang={shell?.locale ?? 'fr'} data-mantine-color-scheme={scheme === 'dark' ? 'dark' : 'light'} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <ColorSchemeScript nonce={shell?.nonce} defaultColorScheme={scheme} suppressHydrationWarning />
        <Meta />
        <Links />
      </head>
      <body>
        <MantineProvider theme={theme} defaultColorScheme={scheme} getStyleNonce={() => shell?.nonce ?? ''}>
          {children}
        </MantineProvider>
        <ScrollRestoration nonce={shell?.nonce} />
        <Scripts nonce={shell?.nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { t } = useTranslation()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const key = status === 404 ? 'not_found' : status === 403 ? 'not_allowed' : 'internal_error'
  return <ProblemPage status={status} title={t(`problem.${key}.title`)} advice={t(`problem.${key}.advice`)} />
}
