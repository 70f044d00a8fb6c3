import { type CSSProperties, type MouseEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate } from 'react-router'
import { useClicker, useStage } from '../browser/use-stage.ts'
import classes from './screen.module.css'
import type { loader } from './screen.server.ts'

export { loader } from '#features/ceremonies/pages/screen.server.ts'
export { titled as meta } from '#web/components/titled.ts'

type Page = ReturnType<typeof useLoaderData<typeof loader>>
type Slide = Page['slides'][number]

/** What the hall sees. All of it is there from the start: a connection that drops stops nothing. */
export default function ScreenPage() {
  const page = useLoaderData<typeof loader>()
  const { slides, home, ceremonyId } = page
  const { t } = useTranslation('ceremonies')
  const navigate = useNavigate()
  const last = slides.length + 1
  const { at, isBlack, go } = useStage(ceremonyId, last, page.at)
  const step = (by: number) => go((from) => ({ at: from.at + by, isBlack: false }))
  useClicker({
    next: () => step(1),
    previous: () => step(-1),
    black: () => go((from) => ({ ...from, isBlack: !from.isBlack })),
    first: () => go(() => ({ at: 0, isBlack: false })),
    last: () => go(() => ({ at: last, isBlack: false })),
    leave: () => (document.fullscreenElement ? void document.exitFullscreen() : void navigate(home)),
    others: { f: fillScreen },
  })
  useKept(slides)
  const slide = slides[at - 1]
  return (
    <main id="main" className={classes.screen} data-black={isBlack || undefined}>
      <div className={classes.slide} key={at} aria-live="polite">
        {at === 0 && <Opening page={page} />}
        {slide && <Person slide={slide} />}
        {at === last && (
          <>
            <h1 className={classes.title}>{t('screen.end')}</h1>
            <p className={classes.subtitle}>{page.heading}</p>
          </>
        )}
      </div>
      <nav className={classes.controls} aria-label={t('screen.controls')}>
        {at > 0 && <Step to={at - 1} label={t('screen.previous')} sign="←" onStep={() => step(-1)} />}
        {at < last && <Step to={at + 1} label={t('screen.next')} sign="→" onStep={() => step(1)} />}
        <button type="button" className={`${classes.step} ${classes.needsScript}`} onClick={fillScreen}>
          {t('screen.full')}
        </button>
        <a href={home} className={classes.step}>
          {t('screen.leave')}
        </a>
      </nav>
    </main>
  )
}

/** A link where there is no script; with one, nothing is asked of the server. */
function Step({ to, label, sign, onStep }: { to: number; label: string; sign: string; onStep: () => void }) {
  const onClick = (event: MouseEvent) => {
    event.preventDefault()
    onStep()
  }
  return (
    <a href={`?at=${to}`} aria-label={label} className={classes.step} onClick={onClick}>
      {sign}
    </a>
  )
}

function Opening({ page }: { page: Page }) {
  return (
    <>
      <p className={classes.subtitle}>{page.organizationName}</p>
      <h1 className={classes.title}>{page.heading}</h1>
    </>
  )
}

function Person({ slide: { name, className, badge, citation } }: { slide: Slide }) {
  const { t } = useTranslation('ceremonies')
  const shown = name ?? t('screen.somebody')
  // The longest word decides how large a name can be.
  const letters = Math.max(...shown.split(/[\s-]+/).map(({ length }) => length), shown.length / 2.2)
  return (
    <>
      <div className={classes.halo}>
        <img src={imageOf(badge.imageId)} alt="" className={classes.badge} />
      </div>
      <div className={classes.words}>
        <h1 className={classes.name} style={{ '--letters': letters } as CSSProperties}>
          {shown}
        </h1>
        {className && <p className={classes.class}>{className}</p>}
        <p className={classes.badgeName}>{badge.name}</p>
        {citation && <p className={classes.citation}>{t('quote', { text: citation })}</p>}
      </div>
    </>
  )
}

const imageOf = (imageId: string) => `/images/${imageId}?format=png&size=512`

const fillScreen = () => void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.())

/** The pictures are fetched now and held, and the screen does not go to sleep between two people. */
function useKept(slides: readonly Slide[]) {
  const held = useRef<HTMLImageElement[]>([])
  useEffect(() => {
    held.current = [...new Set(slides.map(({ badge }) => imageOf(badge.imageId)))].map((src) => Object.assign(new Image(), { src }))
    void navigator.wakeLock?.request('screen').catch(() => undefined)
  }, [slides])
}
