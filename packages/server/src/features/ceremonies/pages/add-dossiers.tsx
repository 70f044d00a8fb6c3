import { Button, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { BadgeImage } from '#web/components/badge-image.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import type { AddPageData } from './add.page.tsx'
import classes from './ceremonies.module.css'

export function AddDossiers({ page: { dossiers, organization } }: { page: AddPageData }) {
  const { t } = useTranslation('ceremonies')
  if (dossiers.length === 0)
    return (
      <EmptyState
        title={t('add.no_dossier')}
        actions={
          <Button component={Link} to={`/organizations/${organization.slug}/nominations`} variant="default">
            {t('add.see_nominations')}
          </Button>
        }
      >
        {t('add.no_dossier_help')}
      </EmptyState>
    )
  return (
    <Form method="post">
      <Stack gap="lg">
        <fieldset className={classes.fieldset}>
          <legend className={classes.counts}>{t('add.dossiers', { count: dossiers.length })}</legend>
          <ul className={classes.picks}>
            {dossiers.map((dossier) => (
              <li key={dossier.nominationId}>
                <label className={classes.pick}>
                  <input type="checkbox" name="nomination" value={dossier.nominationId} defaultChecked />
                  <BadgeImage imageId={dossier.imageId} alt="" size={40} />
                  <span>
                    {dossier.name}
                    <small>{dossier.badgeName}</small>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <div>
          <Button type="submit" name="way" value="dossiers">
            {t('add.submit')}
          </Button>
        </div>
      </Stack>
    </Form>
  )
}
