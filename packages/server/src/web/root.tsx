import '@mantine/core/styles.css'
import '@fontsource-variable/inter/wght.css'
import './global.css'
import { ColorSchemeScript, MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from 'react-router'
import type { rootLoader } from '#web/root.server.ts'
import { RouteProblem } from './components/problem-page.tsx'
import { theme } from './theme.ts'

export { rootLoader as loader } from '#web/root.server.ts'

export function Layout({ children }: { children: ReactNode }) {
  const shell = useRouteLoaderData<typeof rootLoader>('root')
  const scheme = shell?.colorScheme ?? 'auto'
  return (
    <html lang={shell?.locale ?? 'fr'} data-tone={shell?.tone ?? 'vous'} data-mantine-color-scheme={scheme === 'dark' ? 'dark' : 'light'} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icons/boat-touch-180.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <meta name="theme-color" content="#0f4f66" />
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

/** When the shell itself cannot be shown. */
export function ErrorBoundary() {
  return (
    <main id="main">
      <RouteProblem />
    </main>
  )
}
