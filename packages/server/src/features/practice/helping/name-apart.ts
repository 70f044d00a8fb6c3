/** « Lina », or « Lina B. » where another one is called Lina; as many letters as it takes. */
export function nameApart<P extends { givenName: string; familyName: string }>(people: readonly P[]): (P & { name: string })[] {
  return people.map((person) => {
    const namesakes = people.filter((other) => other !== person && fold(other.givenName) === fold(person.givenName))
    if (namesakes.length === 0) return { ...person, name: person.givenName }
    let length = 1
    while (length < person.familyName.length && namesakes.some(({ familyName }) => fold(familyName.slice(0, length)) === fold(person.familyName.slice(0, length)))) length++
    const isWhole = length >= person.familyName.length
    return { ...person, name: `${person.givenName} ${person.familyName.slice(0, length)}${isWhole ? '' : '.'}`.trim() }
  })
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
