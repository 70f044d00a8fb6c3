import type { useLoaderData } from 'react-router'
import type { loader } from './badge.server.ts'

/** What the page of a badge is given. */
export type BadgeData = ReturnType<typeof useLoaderData<typeof loader>>
