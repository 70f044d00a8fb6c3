import { Text } from '@mantine/core'

/** As one says it, first name first; the family name, by which lists are sorted, a little stronger. */
export function PersonName({ givenName, familyName }: { givenName: string; familyName: string }) {
  return (
    <Text>
      {givenName}{' '}
      <Text span inherit fw={650}>
        {familyName}
      </Text>
    </Text>
  )
}
