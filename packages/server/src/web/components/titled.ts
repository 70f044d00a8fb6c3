/** `export const meta = titled`: the title of the browser's tab, as the loader gave it. */
export const titled = ({ loaderData }: { loaderData?: unknown }) => {
  const title = (loaderData as { title?: string } | undefined)?.title
  return [{ title: title ? `${title} · BOAT` : 'BOAT' }]
}
