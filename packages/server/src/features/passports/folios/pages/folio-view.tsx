import { Anchor, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import { BadgeState } from '#web/components/badge-state.tsx'
import { Prose } from '#web/components/prose.tsx'
import classes from './folio-view.module.css'
import type { PresentedBlock, PresentedFolio } from './present-folio.ts'

type Of<Kind extends PresentedBlock['kind']> = Extract<PresentedBlock, { kind: Kind }>
type Badge = Of<'badges'>['badges'][number]

/** A page that somebody composed, as anybody sees it: its person before sharing it, a visitor, the paper. It holds the h1 of the page, unless another level is said. */
export function FolioView({ folio, level = 1 }: { folio: PresentedFolio; level?: 1 | 2 }) {
  return (
    <article className={classes.folio}>
      <header className={classes.head}>
        <p className={classes.person}>{folio.personName}</p>
        <Title order={level}>{folio.title}</Title>
        {folio.introduction && <p className={classes.introduction}>{folio.introduction}</p>}
      </header>
      {rowsOf(folio.blocks).map((row) =>
        row.length > 1 ? (
          <div key={row[0]!.id} className={classes.photos}>
            {row.map((block) => (
              <Block key={block.id} block={block} />
            ))}
          </div>
        ) : (
          <Block key={row[0]!.id} block={row[0]!} />
        ),
      )}
    </article>
  )
}

const isPhoto = (block: PresentedBlock | undefined) => block?.kind === 'file' && block.isPhoto

/** Photos that follow each other stand side by side. */
function rowsOf(blocks: readonly PresentedBlock[]): PresentedBlock[][] {
  const rows: PresentedBlock[][] = []
  for (const block of blocks) {
    const last = rows.at(-1)
    if (isPhoto(block) && isPhoto(last?.[0])) last!.push(block)
    else rows.push([block])
  }
  return rows
}

function Block({ block }: { block: PresentedBlock }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Title order={2} className={classes.heading}>
          {block.text}
        </Title>
      )
    case 'text':
      return <Prose html={block.html} />
    case 'badges':
      return <Badges block={block} />
    case 'file':
      return block.isPhoto ? <Photo block={block} /> : <Download block={block} />
    case 'link':
      return <WebLink block={block} />
  }
}

function Badges({ block }: { block: Of<'badges'> }) {
  return (
    <ul className={classes.badges} data-layout={block.layout}>
      {block.badges.map((badge) => (
        <li key={badge.badgeId}>
          <BadgePicture badge={badge} size={block.layout === 'gallery' ? 112 : 80} />
          <BadgeWords badge={badge} isFull={block.layout === 'list'} />
        </li>
      ))}
    </ul>
  )
}

function BadgeWords({ badge, isFull }: { badge: Badge; isFull: boolean }) {
  const { t } = useTranslation(['folios', 'imports'])
  return (
    <div className={classes.words}>
      <p className={classes.name}>{badge.address ? <Link to={badge.address}>{badge.name}</Link> : badge.name}</p>
      <p className={classes.from}>{[badge.issuerName, badge.receivedOn].filter(Boolean).join(' · ')}</p>
      {badge.sentence && <blockquote className={classes.sentence}>{badge.sentence}</blockquote>}
      {isFull && badge.description && <p className={classes.description}>{badge.description}</p>}
      {badge.state === 'expired' && <BadgeState state="expired" label={t('view.expired', { date: badge.validUntil ?? '' })} />}
      {badge.state === 'unknown' && <BadgeState state="declined" label={t('view.unknown')} />}
      {badge.isUnconfirmed && <p className={classes.note}>{t('view.unconfirmed')}</p>}
    </div>
  )
}

function Photo({ block }: { block: Of<'file'> }) {
  return (
    <figure className={classes.photo}>
      <img src={block.address} alt={block.alt} loading="lazy" decoding="async" />
      {block.caption && <figcaption>{block.caption}</figcaption>}
    </figure>
  )
}

function Download({ block }: { block: Of<'file'> }) {
  const { t } = useTranslation('folios')
  return (
    <a href={block.address} download={block.fileName} className={`surface ${classes.card}`}>
      <span aria-hidden="true" className={classes.mark}>
        PDF
      </span>
      <span className={classes.words}>
        <span className={classes.name}>{block.caption || block.fileName}</span>
        <span className={classes.from}>{t('view.download', { name: block.fileName })}</span>
      </span>
    </a>
  )
}

function WebLink({ block }: { block: Of<'link'> }) {
  return (
    <div className={`surface ${classes.card}`}>
      <span aria-hidden="true" className={classes.mark}>
        ↗
      </span>
      <div className={classes.words}>
        <p className={classes.name}>
          <Anchor href={block.address} rel="nofollow noopener noreferrer">
            {block.title || block.host}
          </Anchor>
        </p>
        <p className={classes.from}>
          <span className={classes.onScreen}>{block.host}</span>
          <span className={classes.onPaper}>{block.address}</span>
        </p>
        {block.note && <p className={classes.description}>{block.note}</p>}
      </div>
    </div>
  )
}
