/** Where the ceremony is: 0 before the first person, then each in turn, then the last slide. */
export const placeIn = (request: Request, count: number): number => {
  const asked = Number(new URL(request.url).searchParams.get('at'))
  return Number.isInteger(asked) ? Math.min(Math.max(asked, 0), count + 1) : 0
}
