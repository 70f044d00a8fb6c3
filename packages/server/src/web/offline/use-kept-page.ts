import { useEffect } from 'react'

/** This page is opened again when the line is down: the worker keeps it, with what it is drawn with. */
export function useKeptPage(isKept = true): void {
  useEffect(() => {
    if (isKept && 'serviceWorker' in navigator) void keepThisPage().catch(() => undefined)
  }, [isKept])
}

/** Another page of the same person is kept without being looked at: the worker reads in it what it is drawn with. */
export function useKeptAlong(path: string, isKept: boolean): void {
  useEffect(() => {
    if (isKept && 'serviceWorker' in navigator) void keepAlong(path).catch(() => undefined)
  }, [path, isKept])
}

async function keepAlong(path: string): Promise<void> {
  await navigator.serviceWorker.register('/sw.js')
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage({ keep: path, assets: [] })
}

async function keepThisPage(): Promise<void> {
  await navigator.serviceWorker.register('/sw.js')
  const { active } = await navigator.serviceWorker.ready
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const assets = loaded.filter(({ origin, pathname }) => origin === location.origin && /^\/(assets|images)\/|\.svg$|\/picture\.png$/.test(pathname))
  active?.postMessage({ keep: location.pathname, assets: [...new Set(assets.map(({ pathname, search }) => pathname + search))] })
}
