// The headers that schools' software really writes, folded: no accents, no case, no punctuation. The rank orders equals:
// a lower one is what the person is called, a higher one stands in where the first is empty.
// Matching is exact on purpose: "e-mail du responsable" must never be read as the pupil's.
import { LIMITS, type RecipientField } from './roster.types.ts'

export type Recognized = { field: RecipientField; rank: number; givenFirst?: true }

const HEADERS: [RecipientField, number, string][] = [
  ['familyName', 0, 'nom d usage|nom usuel|nom usage|nom utilise|preferred last name'],
  ['familyName', 1, 'nom|nom de famille|nom famille|last name|lastname|family name|surname|familyname|sn|noms'],
  ['familyName', 2, 'nom de naissance|nom naissance|nom patronymique|nom de jeune fille|birth name|legal last name'],
  ['givenName', 0, 'prenom usuel|prenom d usage|prenom usage|preferred name|preferred first name|known as'],
  ['givenName', 1, 'prenom|prenoms|prenom s|premier prenom|prenom 1|first name|firstname|first names|given name|given names|givenname|forename|forenames'],
  ['fullName', 0, 'nom et prenom|nom prenom|nom prenoms|nom et prenoms|nom et prenom s|noms et prenoms|noms prenoms|nom complet|nom prenom usuel'],
  ['fullName', 0, 'eleve|eleves|apprenant|apprenti|etudiant|stagiaire|participant|participante|liste des eleves|nom prenom eleve|beneficiaire'],
  ['className', 0, 'classe|classes|division|divisions|class|libelle classe|libelle de la classe|code classe|nom de la classe|nom classe|classe de rattachement'],
  ['className', 0, 'libelle division|code division|code structure|class name|homeroom|form|form group|registration group|tutor group'],
  ['className', 1, 'groupe|groupes|group|groups|groupe s|regroupement|section|year group'],
  ['className', 2, 'niveau|grade|grade level|year'],
  ['email', 0, 'courriel|e mail|email|mail|mel|adresse mail|adresse e mail|adresse email|adresse mel|adresse courriel|adresse de courriel'],
  ['email', 0, 'adresse electronique|adresse de messagerie|messagerie|email address|e mail address|mail address|emails|e mails'],
  ['email', 1, 'courriel academique|courriel ent|e mail ent|email ent|mail ent|school email|e mail professionnel|email professionnel|courriel professionnel'],
  ['ine', 0, 'ine|ine rnie|identifiant national|identifiant national unique|num ine|numero ine|no ine|n ine|n o ine|numero national|n national|code ine'],
  ['ine', 0, 'numero identifiant national|identifiant national ine|id national|national id|national student id|ine bea'],
  ['birthDate', 0, 'ne le|ne e le|nee le|date de naissance|date naissance|date naiss|date de naiss|date nais|naissance|ddn|birth date|birthdate|date of birth|dob|birthday|born'],
  ['title', 0, 'fonction|fonctions|role|title|job title|poste|qualite|profession|position'],
  ['evidence', 0, 'preuve|preuves|evidence|evidence url|url preuve|url de la preuve|lien|lien preuve|lien vers la preuve|lien de la preuve|url|link|proof'],
  ['level', 0, 'niveau du badge|niveau badge|niveau atteint|niveau obtenu|niveau de badge|badge level|level|level reached|palier|etape'],
  ['narrative', 0, 'recit|narrative|commentaire|commentaires|texte|description|appreciation|motif|comment|comments|justification|reason'],
  [
    'validUntil',
    0,
    'expires|expire|expire le|expiration|date d expiration|valid until|validuntil|valable jusqu au|valide jusqu au|fin de validite|expiry|expiry date|expiration date|expires on',
  ],
]
const GIVEN_FIRST =
  'prenom nom|prenom et nom|prenoms noms|prenom s nom|prenoms et noms|name|full name|fullname|student|student name|learner|learner name|recipient|recipient name|display name|pupil|pupil name|participant name'

const KNOWN = new Map<string, Recognized>()
for (const [field, rank, headers] of HEADERS) for (const header of headers.split('|')) KNOWN.set(header, { field, rank })
for (const header of GIVEN_FIRST.split('|')) KNOWN.set(header, { field: 'fullName', rank: 0, givenFirst: true })

export function recognizeColumn(header: string): Recognized | undefined {
  if (header.length > LIMITS.cell) return undefined
  const folded = fold(header)
  // "Prénom élève", "Nom de l’élève", "Élève - Classe", "Student last name": whose column it is, when it is the pupil's, changes nothing.
  return KNOWN.get(folded) ?? KNOWN.get(folded.replace(OWNER, ' ').replace(/\s+/g, ' ').trim())
}

const OWNER = /(^| )(?:de l |du |de la |d |l )?(?:eleve|apprenant|apprenti|etudiant|stagiaire|agent|personnel|student|pupil|learner|recipient)( |$)/

export function fold(text: string): string {
  return text
    .replace(/\[[^\]]*\]|[º°*]/g, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/([a-z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
