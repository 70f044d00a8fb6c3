import { useEffect } from 'react'

/** This page is opened again when the line is down: the worker keeps it, with what it is drawn with. */
export function useKeptPage(): void {
  useEffect(() => {
    if ('serviceWorker' in navigator) void keepThisPage().catch(() => undefined)
  }, [])
}

async function keepThisPage(): Promise<void> {
  await navigator.serviceWorker.register('/sw.js')
  const { active } = await navigator.serviceWorker.ready
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const assets = loaded.filter(({ origin, pathname }) => origin === location.origin && /^\/(assets|images)\/|\.svg$/.test(pathname))
  active?.postMessage({ keep: location.pathname, assets: [...new Set(assets.map(({ pathname, search }) => pathname + search))] })
}
