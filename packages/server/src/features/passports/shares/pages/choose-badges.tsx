import { Button, Group, Text, TextInput } from '@mantine/core'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import type { loader } from './new-share.server.ts'
import classes from './shares.module.css'

type Choice = Awaited<ReturnType<typeof loader>>['badges'][number]
type Props = { badges: Choice[]; chosen: string[]; q: string; error: string | undefined }

/** Few enough to be seen at a glance. */
const FEW = 8
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Ticked badges stay in sight whatever is searched for: nothing that was chosen is lost. */
export function ChooseBadges({ badges, chosen, q, error }: Props) {
  const { t } = useTranslation('shares')
  const list = useRef<HTMLUListElement>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(chosen))
  const [words, setWords] = useState(q)
  const [isScripted, setIsScripted] = useState(false)
  useEffect(() => setIsScripted(true), [])
  const isMany = badges.length > FEW
  const matches = (badge: Choice) => words === '' || plain(`${badge.name} ${badge.issuerName}`).includes(plain(words.trim()))
  const isSeen = (badge: Choice) => !isMany || matches(badge) || (isScripted ? ticked : new Set(chosen)).has(badge.badgeId)
  const tickAll = (event: MouseEvent, isTicked: boolean) => {
    event.preventDefault()
    for (const box of list.current?.querySelectorAll<HTMLInputElement>('li:not([hidden]) input') ?? []) box.checked = isTicked
    const seen = badges.filter(isSeen).map(({ badgeId }) => badgeId)
    setTicked(isTicked ? new Set([...ticked, ...seen]) : new Set([...ticked].filter((badgeId) => !seen.includes(badgeId))))
  }
  return (
    <div>
      {isMany && (
        <Group gap="sm" align="flex-end" mb="sm">
          <TextInput type="search" name="q" label={t('new.search')} defaultValue={q} onChange={(event) => setWords(event.currentTarget.value)} style={{ flex: '1 1 14rem' }} />
          {!isScripted && (
            <Button type="submit" name="intent" value="search" variant="default">
              {t('new.search_submit')}
            </Button>
          )}
        </Group>
      )}
      <Group gap="sm" mb="sm" justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {isScripted ? t('new.chosen', { count: ticked.size, total: badges.length }) : t('new.have', { count: badges.length })}
        </Text>
        {isScripted && badges.length > 1 && (
          <Group gap="xs">
            <Button type="button" variant="subtle" onClick={(event) => tickAll(event, true)}>
              {t('new.all')}
            </Button>
            <Button type="button" variant="subtle" onClick={(event) => tickAll(event, false)}>
              {t('new.none')}
            </Button>
          </Group>
        )}
      </Group>
      {error && (
        <Text c="red" role="alert" mb="sm">
          {error}
        </Text>
      )}
      <ul ref={list} className={classes.badges} data-many={isMany || undefined}>
        {badges.map((badge) => (
          <li key={badge.badgeId} hidden={!isSeen(badge)}>
            <label className={classes.badge}>
              <input
                type="checkbox"
                name="badge"
                value={badge.badgeId}
                defaultChecked={chosen.includes(badge.badgeId)}
                onChange={(event) => {
                  const next = new Set(ticked)
                  if (event.currentTarget.checked) next.add(badge.badgeId)
                  else next.delete(badge.badgeId)
                  setTicked(next)
                }}
              />
              <BadgePicture badge={badge} size={44} />
              <span>
                <span className={classes.choiceName}>{badge.name}</span>
                <span className={classes.help}>{badge.issuerName}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {isMany && !badges.some(matches) && <Text mt="sm">{t('new.nothing_found', { words })}</Text>}
    </div>
  )
}
