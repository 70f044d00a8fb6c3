import { drawPicture } from './draw-picture.ts'
import { type FoundHere, type GivenHere, verifyHere } from './verify-here.ts'

/** What the page fetches once there is something to verify: the standards, and the browser's means for them. */
export const verifyInPage = (given: GivenHere, now: Date): Promise<FoundHere> => verifyHere(given, { platformUrl: location.origin, now, fetch, draw: drawPicture })
