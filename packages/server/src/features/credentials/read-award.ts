type Document = { credentialSubject?: { narrative?: string }; evidence?: { id?: string } | { id?: string }[] }

/** What a signed document says of this one award. */
export function readAward(document: string): { narrative: string | null; evidenceUrl: string | null } {
  const { credentialSubject, evidence = [] } = JSON.parse(document) as Document
  return { narrative: credentialSubject?.narrative ?? null, evidenceUrl: [evidence].flat()[0]?.id ?? null }
}
