import { Stack, Text, TextInput } from '@mantine/core'
import { type ChangeEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActionData } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { useFieldError } from '#web/components/form-problem.tsx'
import type { Values } from '../achievement-form.schema.ts'
import classes from './achievements.module.css'
import { BadgeDesigner } from './badge-designer.tsx'
import type { action } from './edit-achievement.server.ts'

/** `values` fill the form once, `typed` is what it holds now. Which part shows follows the radio, by style alone. */
export function ImageFields({ values, typed }: { values: Values; typed: Values }) {
  const { t } = useTranslation('achievements')
  const error = useFieldError(useActionData<typeof action>(), 'achievements')
  const sources = values.imageId && values.imageSource !== 'draw' ? ['keep', 'draw', 'upload'] : ['draw', 'upload']
  return (
    <fieldset id="image" className={`${classes.fieldset} ${classes.image}`}>
      <legend className={classes.legend}>{t('image.title')}</legend>
      <div className={classes.choices} role="radiogroup" aria-label={t('image.title')}>
        {sources.map((source) => (
          <label key={source} className={classes.choice}>
            <input type="radio" name="imageSource" value={source} defaultChecked={values.imageSource === source} />
            {t(`image.source.${source}`)}
          </label>
        ))}
      </div>
      <div className={classes.keep}>{values.imageId && <BadgeImage imageId={values.imageId} alt={values['imageAlt.fr'] || t('image.current')} size={128} />}</div>
      <div className={classes.upload}>
        <Upload />
      </div>
      <div className={classes.designer}>
        <BadgeDesigner values={values} typed={typed} />
      </div>
      <TextInput
        id="imageAlt"
        name="imageAlt.fr"
        mt="lg"
        label={t('image.alt')}
        description={t('image.alt_help')}
        defaultValue={values['imageAlt.fr']}
        error={error('imageAlt.fr')}
        maxLength={300}
        autoComplete="off"
      />
    </fieldset>
  )
}

function Upload() {
  const { t } = useTranslation('achievements')
  const [chosen, setChosen] = useState<string>()
  useEffect(() => () => void (chosen && URL.revokeObjectURL(chosen)), [chosen])
  const show = ({ currentTarget: { files } }: ChangeEvent<HTMLInputElement>) => setChosen(files?.[0] && URL.createObjectURL(files[0]))
  return (
    <Stack gap="xs">
      <label className={classes.file}>
        <Text fw={500}>{t('image.file')}</Text>
        <Text size="sm" c="dimmed">
          {t('image.file_help')}
        </Text>
        <input type="file" name="imageFile" accept="image/png,image/svg+xml,.png,.svg" onChange={show} />
      </label>
      {chosen && <img src={chosen} alt={t('image.chosen')} width={160} height={160} style={{ objectFit: 'contain' }} />}
    </Stack>
  )
}
