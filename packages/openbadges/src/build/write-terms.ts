import { toDateTimeZ } from '../terms/dates.ts'

/** The node with `type`, which it may already have. Node ids come first, as people expect to read them. */
export function withType<T extends object>(type: string, node: T): T & { type: string | string[] } {
  const { id, type: own, ...rest } = node as { id?: string; type?: string | string[] }
  return {
    ...(id === undefined ? {} : { id }),
    type: own ?? (type === 'Image' || type === 'IdentityObject' ? type : [type]),
    ...rest,
  } as T & { type: string | string[] }
}

/** Every node with `type`; nothing for nothing. */
export function withTypes<T extends object>(type: string, nodes: readonly T[] | undefined) {
  if (nodes === undefined || nodes.length === 0) return undefined
  return nodes.map((node) => withType(type, node))
}

/** An image by address, or with more about it, as an Image. */
export function writeImage(image: string | object | undefined) {
  if (image === undefined) return undefined
  return withType('Image', typeof image === 'string' ? { id: image } : image)
}

/** A moment, or a text that is already a date and time with its zone. */
export function writeDate(date: Date | string | undefined): string | undefined {
  return date === undefined || typeof date === 'string' ? date : toDateTimeZ(date)
}
