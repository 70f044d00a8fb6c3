// A Chromium, wherever this machine has one: BOAT_CHROMIUM, the system's, Chrome on macOS, else the one npm delivers.
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [
  process.env.BOAT_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export async function launchBrowser(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place && existsSync(place)) ?? (await packagedPath())
  return chromium.launch({ executablePath, args: QUIET })
}

/** Without the arguments that it comes with: they are for one page in one process, which dies with the first context that is closed. */
async function packagedPath(): Promise<string> {
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}
