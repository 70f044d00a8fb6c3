import { Typography } from '@mantine/core'
import type { HTMLAttributes } from 'react'
import classes from './prose.module.css'

/** HTML that our own renderer made and sanitised on the server; nothing else may be given here. */
export function Prose({ html, ...rest }: { html: string } & Omit<HTMLAttributes<HTMLDivElement>, 'children'>) {
  return (
    <Typography>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by renderMarkdown */}
      <div className={`prose ${classes.prose}`} {...rest} dangerouslySetInnerHTML={{ __html: html }} />
    </Typography>
  )
}
