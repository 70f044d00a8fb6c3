/** What one printed piece says, in words that are ready to print. */
export type Piece = {
  /** The same on all pieces of one person. */
  personKey: string
  /** The first name of a pupil, the full name of an adult. */
  calledName: string
  className: string
  organizationName: string
  badgeName: string
  description: string
  /** Pieces of the same badge name the same image, which is embedded once. */
  imageKey: string
  /** “Issued on 12 June 2026.” */
  issued: string
  /** What a phone opens. */
  address: string
  /** Of those that open the badge. */
  code: string
  instruction: string
}

/** The words that are the same on all. */
export type Words = {
  title: string
  lang: string
  certificate: { heading: string; awarded: string; signatures: readonly [string, string]; scan: string }
  wall: { note: string; noClass: string; continued: string }
}
