/** The picture of a badge, at a size in CSS pixels; twice that is asked of the server for fine screens. */
export function BadgeImage({ imageId, alt, size }: { imageId: string; alt: string; size: number }) {
  const asked = [64, 128, 256, 512].find((width) => width >= size * 2) ?? 512
  return (
    <img
      src={`/images/${imageId}?format=png&size=${asked}`}
      alt={alt}
      width={size}
      height={size}
      loading="lazy"
      decoding="async"
      style={{ display: 'block', objectFit: 'contain' }}
    />
  )
}
