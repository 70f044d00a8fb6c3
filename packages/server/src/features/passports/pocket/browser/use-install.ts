import { useEffect, useState } from 'react'

type Prompt = Event & { prompt(): Promise<void> }

/** Whether this is the installed app already, and the browser's own question where it can be asked. */
export function useInstall(): { isInstalled: boolean; install: (() => void) | undefined } {
  const [isInstalled, setInstalled] = useState(false)
  const [offer, setOffer] = useState<Prompt>()
  useEffect(() => {
    setInstalled(matchMedia('(display-mode: standalone)').matches)
    const keep = (event: Event) => {
      event.preventDefault()
      setOffer(event as Prompt)
    }
    const done = () => setInstalled(true)
    window.addEventListener('beforeinstallprompt', keep)
    window.addEventListener('appinstalled', done)
    return () => {
      window.removeEventListener('beforeinstallprompt', keep)
      window.removeEventListener('appinstalled', done)
    }
  }, [])
  return { isInstalled, install: offer && (() => void offer.prompt()) }
}
