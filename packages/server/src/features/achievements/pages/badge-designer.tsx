import { Button, Stack, Text, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData } from 'react-router'
import type { Values } from '../achievement-form.schema.ts'
import { frameNames, levelNames, patternNames, RIBBON_LENGTH } from '../design/badge-design.schema.ts'
import { designLabels } from '../design/design-labels.ts'
import { ICON_STROKE } from '../design/icon-format.ts'
import { findIcons, type Icon, type IconName, iconNames, icons } from '../design/icons.ts'
import { palettes } from '../design/palettes.ts'
import { shapeNames, shapes } from '../design/shapes.ts'
import classes from './achievements.module.css'
import { BadgeDrawing } from './badge-drawing.tsx'
import type { loader } from './edit-achievement.server.ts'

/** Draws a badge with radios and two short texts: arrows choose, and the drawing follows. Without scripts, a button shows it. */
export function BadgeDesigner({ values, typed }: { values: Values; typed: Values }) {
  const { t } = useTranslation('achievements')
  const { locale } = useLoaderData<typeof loader>()
  return (
    <Stack gap="lg" mt="md">
      <div className={classes.inlineDrawing}>
        <BadgeDrawing values={typed} size={128} />
        <noscript>
          <Button type="submit" name="intent" value="preview" variant="default">
            {t('image.show_preview')}
          </Button>
        </noscript>
      </div>
      <Choices legend={t('image.shape')} name="design.shape" chosen={values['design.shape']}>
        {shapeNames.map((name) => ({
          value: name,
          label: designLabels.shape[name][locale],
          picture: (
            <svg viewBox="0 0 512 512" width="34" height="34" aria-hidden="true">
              <path d={shapes[name].outline.d} fill="var(--mantine-primary-color-light)" stroke="var(--mantine-primary-color-filled)" strokeWidth="24" />
            </svg>
          ),
        }))}
      </Choices>
      <Choices legend={t('image.colours')} name="design.palette" chosen={values['design.palette']}>
        {palettes.map(({ name, label, primary, secondary, ink }) => ({
          value: name,
          label: label[locale],
          picture: (
            <span className={classes.swatch} aria-hidden="true">
              <span style={{ background: primary, flex: 2 }} />
              <span style={{ background: secondary }} />
              <span style={{ background: ink }} />
            </span>
          ),
        }))}
      </Choices>
      <SymbolFields values={values} />
      <TextInput
        name="design.ribbon"
        label={t('image.ribbon')}
        description={t('image.ribbon_help', { max: RIBBON_LENGTH })}
        defaultValue={values['design.ribbon']}
        maxLength={RIBBON_LENGTH}
        autoComplete="off"
      />
      <Choices legend={t('image.frame')} name="design.frame" chosen={values['design.frame']}>
        {frameNames.map((name) => ({ value: name, label: designLabels.frame[name][locale] }))}
      </Choices>
      <Choices legend={t('image.pattern')} name="design.pattern" chosen={values['design.pattern']}>
        {patternNames.map((name) => ({ value: name, label: designLabels.pattern[name][locale] }))}
      </Choices>
      <Choices legend={t('image.level')} name="design.level" chosen={values['design.level']}>
        {levelNames.map((name) => ({ value: name, label: designLabels.level[name][locale] }))}
      </Choices>
    </Stack>
  )
}

type Choice = { value: string; label: string; picture?: ReactNode }

function Choices({ legend, name, chosen, children }: { legend: string; name: string; chosen: string | undefined; children: Choice[] }) {
  return (
    <fieldset className={classes.fieldset}>
      <Text component="legend" fw={600} mb={6}>
        {legend}
      </Text>
      <div className={classes.choices}>
        {children.map(({ value, label, picture }) => (
          <label key={value} className={classes.choice}>
            <input type="radio" name={name} value={value} defaultChecked={chosen === value} />
            {picture}
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function SymbolFields({ values }: { values: Values }) {
  const { t } = useTranslation('achievements')
  const [query, setQuery] = useState('')
  const [isAlive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  const found = new Set<IconName>(query.trim() ? findIcons(query) : iconNames)
  return (
    <div>
      <Choices legend={t('image.symbol')} name="design.symbol" chosen={values['design.symbol']}>
        {(['icon', 'initials'] as const).map((value) => ({ value, label: t(`image.symbol_kind.${value}`) }))}
      </Choices>
      <div className={classes.iconPart}>
        {isAlive && (
          <TextInput
            type="search"
            my="sm"
            label={t('image.icon_search')}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        )}
        <IconGrid chosen={values['design.icon']} found={found} />
        <Text size="sm" c="dimmed" role="status" mt={4}>
          {query.trim() ? t('image.icons_found', { count: found.size }) : ''}
        </Text>
      </div>
      <div className={classes.initialsPart}>
        <TextInput
          name="design.initials"
          mt="sm"
          label={t('image.initials')}
          description={t('image.initials_help')}
          defaultValue={values['design.initials']}
          maxLength={4}
          maw="16rem"
        />
      </div>
    </div>
  )
}

/** Icons that are not found stay in the form, hidden: a search never changes what is chosen. */
function IconGrid({ chosen, found }: { chosen: string | undefined; found: ReadonlySet<IconName> }) {
  const { t } = useTranslation('achievements')
  const { locale } = useLoaderData<typeof loader>()
  return (
    <fieldset className={classes.fieldset}>
      <Text component="legend" size="sm" c="dimmed" mb={4}>
        {t('image.icon')}
      </Text>
      <div className={classes.icons}>
        {iconNames.map((name) => (
          <label key={name} className={classes.choice} title={icons[name].label[locale]} hidden={!found.has(name)}>
            <input type="radio" name="design.icon" value={name} defaultChecked={chosen === name} aria-label={icons[name].label[locale]} />
            <IconPicture icon={icons[name]} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const PAINTS = {
  line: 'none',
  accent: 'var(--mantine-primary-color-light)',
  paper: 'none',
  'accent-flat': 'var(--mantine-primary-color-light)',
  'paper-flat': 'none',
  solid: 'currentColor',
} as const

function IconPicture({ icon }: { icon: Icon }) {
  return (
    <svg viewBox="0 0 24 24" width="30" height="30" fill="none" stroke="currentColor" strokeWidth={ICON_STROKE} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      {icon.parts.map(([kind, d]) => (
        <path key={kind + d} d={d} fill={PAINTS[kind]} stroke={kind.endsWith('-flat') || kind === 'solid' ? 'none' : undefined} />
      ))}
    </svg>
  )
}
