// Who may open and send what: every page and every address of the API, said once, apart from the code that holds it.
import { ARCHIVE_API, ARCHIVE_PAGES } from './access/archive.ts'
import { CIRCLE_API, CIRCLE_PAGES } from './access/circle.ts'
import { COLLECTION_API, COLLECTION_PAGES } from './access/collection.ts'
import { CV_API, CV_PAGES } from './access/cv.ts'
import { ENDORSEMENTS_API, ENDORSEMENTS_PAGES } from './access/endorsements.ts'
import { FOLIOS_API, FOLIOS_PAGES } from './access/folios.ts'
import { SHARES_API, SHARES_PAGES } from './access/shares.ts'

export const ACTORS = ['anonymous', 'expired', 'pupil', 'member', 'designer', 'issuer', 'admin', 'owner', 'former', 'neighbour', 'network', 'guardian'] as const
export type ActorName = (typeof ACTORS)[number]

const PEOPLE = ACTORS.filter((name) => name !== 'anonymous' && name !== 'expired')
const MANAGERS: ActorName[] = ['admin', 'owner', 'network']

/** `former` was an owner and left; `neighbour` owns another structure; `expired` holds a session that is over. */
export const ACCESS = {
  everybody: ACTORS,
  'signed-in': PEOPLE,
  school: ['pupil', 'member', 'designer', 'issuer', ...MANAGERS],
  members: ['pupil', 'member', 'designer', 'issuer', 'admin', 'owner'],
  view: ['member', 'designer', 'issuer', ...MANAGERS],
  'view-people': ['issuer', ...MANAGERS],
  'manage-people': MANAGERS,
  'manage-structure': MANAGERS,
  'manage-owners': ['owner', 'network'],
  design: ['designer', 'admin', 'owner'],
  issue: ['issuer', 'admin', 'owner'],
  revoke: ['issuer', 'admin', 'owner'],
  lead: ['admin', 'owner'],
  // Who sits on the jury that votes, and the grown-ups who may read its minutes.
  jury: ['pupil', 'member', 'issuer', 'owner'],
  minutes: ['member', 'issuer', 'admin', 'owner'],
  holder: ['pupil'],
  // The member of these tables sits in the jury.
  'holder, issue or jury': ['pupil', 'member', 'issuer', 'admin', 'owner'],
  'holder or issue': ['pupil', 'issuer', 'admin', 'owner'],
  'holder or staff': ['pupil', 'issuer', ...MANAGERS],
  network: ['network'],
  guardian: ['guardian'],
  nobody: [],
} as const satisfies Record<string, readonly ActorName[]>
export type Access = keyof typeof ACCESS

/** What the addresses and forms name, all of one structure. */
export type Things = Record<string, string>
type Fields = Record<string, string | string[]>
export type Sending = {
  access: Access
  /** Its fields; `$name` stands for a thing. */
  fields: Fields
  /** Only tried by those who may not: it would take away what the others need. */
  isLast?: true
  /** The page says no in a sentence of its own, since it is not a matter of roles. */
  isToldInPage?: true
  isJson?: true
}
export type Rule = { open: Access | 'no page'; with?: Record<string, string>; accept?: string; search?: string; send?: Sending[] }

const send = (access: Access, fields: Fields = {}, more: Partial<Sending> = {}): Sending => ({ access, fields, ...more })
const last = (access: Access, fields: Fields) => send(access, fields, { isLast: true })

const NEW_STRUCTURE = { name: 'Structure de trop', type: 'association', communeText: 'Poitiers' }
const NEWCOMER = { givenName: 'Intruse', familyName: 'Intruse', password: 'un mot de passe de trop' }
const CHANGE_OF_BADGE = ['publish', 'new-version', 'discard', 'archive', 'unarchive', 'share', 'unshare']
const NEW_JURY = { title: 'Jury de trop', date: '2027-01-15', time: '17:00', place: 'CDI', quorum: '3' }
const PROGRAMME = { name: 'Programme de trop', schoolYear: '2026-2027', 'period.0.name': 'Toujours', 'period.0.startsOn': '2026-09-01', 'period.0.endsOn': '2027-06-30' }
const VERDICT = { personId: '$childId', achievementId: '$achievementId', verdict: 'passed' }
const REMARK = { achievementId: '$achievementId', remarkId: '$remarkId', text: 'Pense à l’unité.' }
const ACTS_IN_SESSION: Fields[] = [
  { intent: 'start' },
  { intent: 'present', memberId: '$juryMemberId', isPresent: 'yes' },
  { intent: 'reveal', dossierId: '$juryDossierId' },
  { intent: 'vote', dossierId: '$juryDossierId', vote: 'no' },
  { intent: 'decide', dossierId: '$juryDossierId', decision: 'granted', revision: '0' },
]

export const PAGES: Record<string, Rule | Rule[]> = {
  ...COLLECTION_PAGES,
  ...FOLIOS_PAGES,
  ...SHARES_PAGES,
  ...CV_PAGES,
  ...ARCHIVE_PAGES,
  ...CIRCLE_PAGES,
  ...ENDORSEMENTS_PAGES,
  '/': { open: 'everybody' },
  '/*': { open: 'nobody', with: { '*': 'nowhere/at/all' } },
  '/sign-in': { open: 'everybody', send: [send('everybody', { intent: 'password', address: 'nobody@example.org', password: 'wrong' })] },
  '/sign-in/link/:token': { open: 'everybody', with: { token: 'unknown' }, send: [send('everybody')] },
  '/first-administrator/:token': {
    open: 'everybody',
    with: { token: 'unknown' },
    send: [send('everybody', { ...NEWCOMER, repeatedPassword: NEWCOMER.password, address: 'intruse@example.org' })],
  },
  '/account': {
    open: 'signed-in',
    send: [
      send('signed-in', { intent: 'preferences', locale: 'fr', colorScheme: 'auto' }),
      send('nobody', { intent: 'session_closed', sessionId: '$sessionId' }),
      send('nobody', { intent: 'email_removed', emailId: '$emailId' }),
      send('nobody', { intent: 'email_primary', emailId: '$emailId' }),
    ],
  },
  '/account/emails/verify/:token': { open: 'signed-in', with: { token: 'unknown' }, send: [send('signed-in')] },
  '/sign-out': { open: 'everybody', send: [last('everybody', {})] },
  '/language': { open: 'everybody', send: [send('everybody', { locale: 'fr' })] },
  '/appearance': { open: 'everybody', send: [send('everybody', { colorScheme: 'auto' })] },

  '/network': { open: 'network' },
  '/network/organizations/new': { open: 'network', send: [send('network', NEW_STRUCTURE)] },
  '/network/mails': { open: 'network' },
  '/network/mails/:id': { open: 'network', with: { id: '$mailId' }, send: [send('network')] },

  '/organizations': { open: 'signed-in' },
  '/organizations/:slug': { open: 'school' },
  '/organizations/:slug/settings': {
    open: 'manage-structure',
    send: [
      send('manage-structure', { name: 'Collège Maurice Bedel', type: 'collège', communeText: 'Saint-Gervais-les-Trois-Clochers' }),
      last('manage-structure', { intent: 'archive' }),
      last('manage-structure', { intent: 'reopen' }),
    ],
  },
  '/organizations/:slug/settings/keys': {
    open: 'manage-owners',
    send: [send('manage-owners', { intent: 'rotate' }), last('manage-owners', { intent: 'declare-compromised', keyId: '$keyId', reason: 'Vol' })],
  },
  '/organizations/:slug/audit': { open: 'manage-structure', search: '?check=yes' },
  '/organizations/:slug/people': {
    open: 'view-people',
    search: '?kind=pupils',
    send: [last('manage-people', { intent: 'resend', invitationId: '$invitationId' }), last('manage-people', { intent: 'withdraw', invitationId: '$invitationId' })],
  },
  '/organizations/:slug/people/invite': {
    open: 'manage-people',
    send: [send('manage-people', { address: 'nouvelle@example.org', roles: 'issuer' }), last('manage-people', { address: 'nouvelle@example.org', roles: 'owner' })],
  },
  '/organizations/:slug/people/:personId': {
    open: 'manage-people',
    send: [
      send('manage-people', { intent: 'rename', givenName: 'Autre', familyName: 'Nom' }),
      last('manage-people', { intent: 'remove' }),
      last('manage-people', { intent: 'save', roles: 'owner' }),
    ],
  },
  '/organizations/:slug/cohorts': { open: 'view', send: [send('manage-people', { cohortId: '$cohortId' })] },
  '/organizations/:slug/cohorts/new': { open: 'manage-people', send: [send('manage-people', { name: 'Classe de trop', kind: 'group', schoolYear: '2026-2027' })] },
  '/organizations/:slug/cohorts/:cohortId': {
    open: 'view',
    send: [
      send('manage-people', { intent: 'save', name: 'Groupe', kind: 'group', schoolYear: '2026-2027' }),
      send('manage-people', { intent: 'add', givenName: 'Une', familyName: 'Élève' }),
      last('manage-people', { intent: 'remove', personId: '$personId' }),
      last('manage-people', { intent: 'archive' }),
    ],
  },
  '/organizations/:slug/import': {
    open: 'manage-people',
    search: '?cohort=$cohortId',
    send: [send('manage-people', { who: 'pupils', cohortId: '$cohortId', pasted: 'Nom;Prénom\nDurand;Zoé' })],
  },
  '/organizations/:slug/import/:importId': { open: 'manage-people', send: [last('manage-people', {})] },
  '/organizations/:slug/import/:importId/refused.csv': { open: 'manage-people' },
  '/invitations/:token': [
    { open: 'everybody', with: { token: '$invitationToken' } },
    { open: 'nobody', with: { token: 'unknown' }, send: [send('nobody', NEWCOMER)] },
  ],

  '/issuers/:issuerId': { open: 'everybody' },
  '/achievements/:achievementId': [{ open: 'everybody' }, { open: 'nobody', with: { achievementId: '$draftId' } }],
  '/achievements/:achievementId/versions/:number': [{ open: 'everybody' }, { open: 'nobody', with: { achievementId: '$draftId' } }],
  '/achievements/:achievementId/resources/:resourceId': [
    { open: 'members', with: { resourceId: '$exerciseId' }, send: [send('members', { seed: '1', answer: '10 m/s' })] },
    { open: 'members', with: { resourceId: '$bookletId' }, send: [send('members', { intent: 'done' })] },
    { open: 'nobody', with: { achievementId: '$draftId', resourceId: '$exerciseId' } },
  ],
  '/organizations/:slug/achievements': { open: 'view' },
  '/organizations/:slug/achievements/:achievementId/resources': {
    open: 'view',
    send: [
      send('design', { intent: 'raise:$exerciseId' }),
      send('design', { intent: 'duplicate:$exerciseId' }),
      last('design', { intent: 'remove:$bookletId' }),
      last('design', { intent: 'import' }),
    ],
  },
  '/organizations/:slug/achievements/:achievementId/resources/new': {
    open: 'design',
    search: '?kind=link',
    send: [send('design', { 'title.fr': 'Lien de trop', address: 'https://example.org' })],
  },
  '/organizations/:slug/achievements/:achievementId/resources/:resourceId': {
    open: 'design',
    with: { resourceId: '$exerciseId' },
    send: [send('design', { intent: 'try' }), last('design', { intent: 'remove' })],
  },
  '/organizations/:slug/achievements/new': {
    open: 'design',
    send: [send('design', { intent: 'preview', 'name.fr': 'Essai' }), send('design', { intent: 'save', 'name.fr': 'Badge de trop', imageSource: 'keep' })],
  },
  '/organizations/:slug/achievements/markdown': { open: 'no page', send: [send('design', { text: '**gras**' })] },
  '/organizations/:slug/achievements/:achievementId': [
    { open: 'view', send: CHANGE_OF_BADGE.map((intent) => last('design', { intent })) },
    { open: 'view', with: { achievementId: '$draftId' }, send: CHANGE_OF_BADGE.map((intent) => last('design', { intent })) },
    { open: 'view', with: { achievementId: '$publishableId' }, send: [send('design', { intent: 'publish' })] },
  ],
  '/organizations/:slug/achievements/:achievementId/edit': {
    open: 'design',
    with: { achievementId: '$draftId' },
    send: [send('design', { intent: 'save', revision: '1', 'name.fr': 'Autre nom', imageSource: 'keep', imageId: '$draftImageId' })],
  },

  '/organizations/:slug/library': { open: 'view', send: [send('design', { achievementId: '$sharedId' })] },
  '/organizations/:slug/library/:achievementId': [
    { open: 'view', with: { achievementId: '$sharedId' }, send: ['adopt', 'note', 'take-version'].map((intent) => send('design', { intent, localNote: 'Un mot de trop' })) },
    { open: 'view', with: { achievementId: '$sharedId' }, send: [last('design', { intent: 'end' })] },
    { open: 'nobody', with: { achievementId: '$draftId' } },
  ],

  '/organizations/:slug/issue': [
    {
      open: 'issue',
      send: [
        send('issue', { to: 'cohort', versionId: '$versionId', personId: ['$personId'] }),
        send('issue', { to: 'person', versionId: '$versionId', name: 'Une personne de trop' }),
      ],
    },
    { open: 'issue', search: '?achievement=$achievementId&to=cohort&cohort=$cohortId' },
    { open: 'issue', search: '?achievement=$achievementId&to=list&batch=$batchId' },
  ],
  '/organizations/:slug/issue/:batchId': { open: 'view-people', send: [send('issue', { intent: 'confirm' }), send('issue', { intent: 'retry' })] },
  '/organizations/:slug/credentials': { open: 'view-people' },
  '/organizations/:slug/credentials/:id': {
    open: 'view-people',
    with: { id: '$issuedId' },
    send: [send('revoke', { reason: 'Erreur de personne', understood: 'yes' })],
  },
  '/organizations/:slug/cards': { open: 'issue' },
  '/organizations/:slug/cohorts/:cohortId/access-cards': { open: 'issue' },
  '/organizations/:slug/cohorts/:cohortId/families': { open: 'issue' },
  '/organizations/:slug/families/:childId': {
    open: 'issue',
    with: { childId: '$personId' },
    send: [
      send('issue', { intent: 'record', signer: 'Une Personne', signedOn: '2026-01-01', scopes: 'share', decision: 'given' }),
      send('issue', { intent: 'withdraw', scope: 'share', deciderKey: 'unepersonne' }),
      last('issue', { intent: 'cancel', slipId: '$slipId' }),
      last('issue', { intent: 'end', guardianshipId: '$guardianshipId', reason: 'De trop' }),
    ],
  },
  '/organizations/:slug/ceremonies': { open: 'issue' },
  '/organizations/:slug/ceremonies/new': { open: 'issue', send: [send('issue', { title: 'Remise de trop', day: '2030-06-18', time: '14:00' })] },
  '/organizations/:slug/ceremonies/:ceremonyId': {
    open: 'issue',
    send: [send('issue', { intent: 'person-down:$recipientId' }), send('issue', { intent: 'class-up:6e A' }), send('issue', { intent: 'handed-by:6e A', handedBy: 'Quelqu’un' })],
  },
  '/organizations/:slug/ceremonies/:ceremonyId/edit': {
    open: 'issue',
    send: [send('issue', { title: 'Autre nom', day: '2030-06-18', time: '14:00' }), last('issue', { intent: 'cancel' })],
  },
  '/organizations/:slug/ceremonies/:ceremonyId/add': {
    open: 'issue',
    search: '?way=class&badge=$achievementId&cohort=$cohortId',
    send: [
      send('issue', { way: 'class', badge: '$achievementId', person: ['$personId'] }),
      send('issue', { way: 'guest', badge: '$achievementId', name: 'Une personne de trop' }),
      send('issue', { way: 'dossiers', nomination: ['$agreedId'] }),
    ],
  },
  '/organizations/:slug/ceremonies/:ceremonyId/recipients/:recipientId': {
    open: 'issue',
    send: [send('issue', { display: 'full', citation: 'De trop' }), last('issue', { intent: 'remove' })],
  },
  '/organizations/:slug/ceremonies/:ceremonyId/run-sheet': { open: 'issue' },
  '/organizations/:slug/ceremonies/:ceremonyId/screen': { open: 'issue' },
  '/organizations/:slug/ceremonies/:ceremonyId/control': { open: 'issue', send: [send('issue', { recipientId: '$recipientId', presence: 'absent' })] },
  '/organizations/:slug/ceremonies/:ceremonyId/scan': {
    open: 'issue',
    send: [send('issue', { recipientId: '$recipientId', presence: 'handed' }), send('issue', { code: 'ABCDEFGH' })],
  },
  '/organizations/:slug/ceremonies/:ceremonyId/paper': { open: 'issue' },
  '/organizations/:slug/ceremonies/:ceremonyId/publish': { open: 'issue', send: [last('issue', { understood: 'yes' }), send('issue', { intent: 'retry' })] },
  '/organizations/:slug/nominations': { open: 'issue', send: [last('issue', { voiceId: '$voiceId', decision: 'voice-admitted' })] },
  '/organizations/:slug/nominations/new': {
    open: 'members',
    search: '?q=zzz',
    send: [send('members', { badge: '$achievementId', name: 'Marceau de Trop', function: 'Bénévole', deed: 'Une action de trop.', occasion: 'Hier' })],
  },
  '/organizations/:slug/nominations/:nominationId': {
    open: 'issue',
    send: [
      send('issue', { intent: 'name-shown', reason: 'De trop' }),
      send('issue', { intent: 'name-hidden' }),
      last('issue', { intent: 'grant-agreed' }),
      last('issue', { intent: 'merge', twinId: '$ownNominationId' }),
      last('issue', { decision: 'not-retained', reason: 'De trop' }),
    ],
  },

  '/organizations/:slug/fairness': { open: 'lead' },
  '/organizations/:slug/fairness.csv': { open: 'lead' },
  '/organizations/:slug/start': { open: 'lead', send: [send('lead', { step: 'group', state: 'skipped' }), send('lead', { closing: 'reopen' })] },
  '/organizations/:slug/start/group': {
    open: 'lead',
    send: [send('lead', { part: 'parent', name: 'Parente de trop', function: 'Parente', personId: '', address: '' }), send('lead', { steeringMemberId: '$personId' })],
  },
  '/organizations/:slug/start/badges': { open: 'lead', send: [last('lead', { badge: 'welcome', intent: 'adopt' }), last('lead', { badge: 'perseverance', intent: 'publish' })] },
  '/organizations/:slug/start/calendar': { open: 'lead', send: [send('lead', { schoolYear: '2026-2027', 'days.jury': '' })] },
  '/organizations/:slug/start/calendar/file': { open: 'lead', search: '?as=pdf' },
  '/organizations/:slug/start/texts': { open: 'lead', search: '?lang=en' },
  '/organizations/:slug/start/texts/:text': {
    open: 'lead',
    with: { text: 'families' },
    send: [send('lead', { intent: 'keep', body: 'Une lettre de trop, mais assez longue.' }), send('lead', { intent: 'restore' })],
  },
  '/organizations/:slug/start/texts/:text/file': { open: 'lead', with: { text: 'consent' }, search: '?as=pdf' },

  '/organizations/:slug/departures': {
    open: 'view-people',
    send: [
      last('manage-people', { intent: 'confirm', departureId: '$departureId' }),
      last('manage-people', { intent: 'decline', departureId: '$departureId', reason: 'De trop' }),
      last('view-people', { intent: 'withdraw', departureId: '$departureId' }),
    ],
  },
  '/organizations/:slug/departures/:cohortId': { open: 'view-people', send: [send('view-people', { kind: 'transfer', person: ['$personId'] })] },
  '/organizations/:slug/arrivals': {
    open: 'manage-people',
    send: [
      send('manage-people', { intent: 'look', codes: '$departureCode' }),
      send('manage-people', { intent: 'ask', code: '$departureCode', 'who-0': 'new' }),
      last('manage-people', { intent: 'cancel', departureId: '$arrivalId' }),
    ],
  },

  '/credentials/:id': [
    { open: 'holder or staff', with: { id: '$credentialId' } },
    { open: 'view-people', with: { id: '$issuedId' } },
  ],
  '/claim': { open: 'everybody', send: [send('everybody', { code: '$claimCode' })] },
  // Whoever holds the card sees a first name; only the one it is for takes the badge.
  '/claim/:code': { open: 'everybody', with: { code: '$claimCode' }, send: [send('nobody', { intent: 'take' }, { isToldInPage: true })] },
  '/cards/:code': { open: 'everybody', with: { code: '$accessCode' }, send: [send('nobody', { intent: 'card-sign-in', password: 'pas le bon' }, { isToldInPage: true })] },
  '/me/badges': {
    open: 'signed-in',
    send: [send('holder', { credentialId: '$credentialId', response: 'accepted' }), send('nobody', { credentialId: '$issuedId', response: 'declined' })],
  },
  '/me/pocket': { open: 'signed-in' },
  '/me/badges/import': { open: 'signed-in', send: [send('nobody', {}, { isToldInPage: true })] },
  '/me/imports/:importedId': {
    open: 'holder',
    with: { importedId: '$importedId' },
    send: [send('holder', { intent: 'verify' }), send('holder', { intent: 'note', sentence: 'Un mot de trop', tags: 'trop' }), last('holder', { intent: 'remove' })],
  },
  '/me/badges/:id': [
    { open: 'holder', with: { id: '$credentialId' }, send: [send('holder', { response: 'declined' }), send('holder', { intent: 'unshare' })] },
    {
      open: 'nobody',
      with: { id: '$issuedId' },
      send: [send('nobody', { response: 'declined' }), send('nobody', { intent: 'share' }), send('nobody', { intent: 'note', sentence: 'Un mot de trop', tags: '' })],
    },
  ],
  '/me/notices': { open: 'signed-in' },
  '/family': { open: 'everybody', send: [send('everybody', { code: '$slipCode' })] },
  // Whoever holds the paper sees whose school it is; nobody adds a child with one that was answered.
  '/family/:code': [
    { open: 'everybody', with: { code: '$slipCode' } },
    {
      open: 'everybody',
      with: { code: '$usedSlipCode' },
      send: ['prove', 'add', 'sign-in', 'join'].map((intent) =>
        send(
          'nobody',
          { intent, fact: '2012-01-01', relation: 'mother', declares: 'yes', givenName: 'Intruse', familyName: 'Intruse', password: 'un mot de passe de trop' },
          { isToldInPage: true },
        ),
      ),
    },
  ],
  '/me/children': { open: 'signed-in' },
  '/me/children/:childId': [
    {
      open: 'guardian',
      with: { childId: '$childId' },
      send: [send('guardian', { scope: 'take-home', decision: 'given' }), last('guardian', { scope: 'share', decision: 'withdrawn' })],
    },
    { open: 'nobody', with: { childId: '$personId' }, send: [send('nobody', { scope: 'share', decision: 'given' })] },
  ],
  '/me/family': { open: 'signed-in', send: [send('nobody', { intent: 'show', guardianshipId: '$guardianshipId' })] },
  '/organizations/:slug/juries': { open: 'issue' },
  '/organizations/:slug/juries/new': { open: 'issue', send: [send('issue', NEW_JURY)] },
  '/organizations/:slug/juries/:juryId': {
    open: 'issue',
    search: '?q=zzz',
    send: ['seat', 'guest', 'remove', 'president', 'lay', 'take-away', 'open', 'start', 'close'].map((intent) =>
      last('issue', {
        intent,
        personId: '$personId',
        memberId: '$juryMemberId',
        dossierId: '$juryDossierId',
        nominationId: '$nominationId',
        name: 'Une invitée',
        function: 'De trop',
      }),
    ),
  },
  '/organizations/:slug/juries/:juryId/edit': { open: 'issue', send: [send('issue', NEW_JURY)] },
  '/organizations/:slug/juries/:juryId/session': { open: 'issue', send: ACTS_IN_SESSION.map((fields) => last('issue', fields)) },
  '/organizations/:slug/programmes': { open: 'issue' },
  '/organizations/:slug/programmes/new': { open: 'issue', send: [last('issue', PROGRAMME), send('issue', { ...PROGRAMME, intent: 'add-period' })] },
  '/organizations/:slug/programmes/library': { open: 'issue' },
  '/organizations/:slug/programmes/library/:sharedProgrammeId': { open: 'issue', send: [last('issue', {})] },
  '/organizations/:slug/programmes/:programmeId': {
    open: 'issue',
    send: [
      send('issue', { intent: 'except', periodId: '$periodId', personId: '$childId', required: '0', reason: 'Arrivée en février' }),
      send('issue', { intent: 'end-exception', periodId: '$periodId', personId: '$childId' }),
      send('issue', { intent: 'copy' }),
      ...['share', 'unshare', 'archive', 'reopen'].map((intent) => last('issue', { intent, withBadges: 'on' })),
    ],
  },
  '/organizations/:slug/programmes/:programmeId/edit': { open: 'issue', send: [last('issue', PROGRAMME), send('issue', { ...PROGRAMME, intent: 'add-rule' })] },
  '/organizations/:slug/programmes/:programmeId/grid': { open: 'issue' },
  '/organizations/:slug/programmes/:programmeId/grid/:personId/:achievementId': {
    open: 'issue',
    with: { personId: '$childId' },
    send: [last('issue', { verdict: 'to-rework', advice: 'De trop' })],
  },
  '/organizations/:slug/programmes/:programmeId/glance': { open: 'issue', send: [last('issue', { personId: '$childId' }), last('issue', {})] },
  '/organizations/:slug/programmes/:programmeId/lesson': { open: 'issue', search: '?q=a', send: [last('issue', VERDICT)] },
  '/organizations/:slug/programmes/:programmeId/remarks': {
    open: 'issue',
    send: [...['add', 'reword', 'raise'].map((intent) => send('issue', { ...REMARK, intent })), ...['away', 'back'].map((intent) => last('issue', { ...REMARK, intent }))],
  },
  '/organizations/:slug/programmes/:programmeId/helping': {
    open: 'issue',
    send: [
      send('issue', { intent: 'pause:$childId:$achievementId' }),
      send('issue', { intent: 'free:$childId:$achievementId' }),
      send('issue', { intent: 'give:$childId' }),
      last('issue', { intent: 'choose', achievementId: '$achievementId', needed: '3' }),
    ],
  },
  '/me/practice': { open: 'signed-in' },
  '/me/practice/:programmeId': { open: 'holder' },
  '/me/practice/:programmeId/:achievementId': {
    open: 'holder',
    send: [
      ...['ready', 'withdraw', 'offer', 'stop', 'helped', 'helper'].map((intent) => send('holder', { intent, achievementId: '$achievementId', personId: '$personId' })),
      send('nobody', { intent: 'answer', helpId: '$helpId', answer: 'confirmed' }),
    ],
  },
  '/organizations/:slug/programmes/:programmeId/booklets': { open: 'issue' },
  '/organizations/:slug/programmes/:programmeId/booklets/bonus': {
    open: 'issue',
    send: ['save', 'reset'].map((intent) => send('issue', { intent, personId: '$childId', periodId: '$periodId', text: 'De trop' })),
  },
  '/organizations/:slug/programmes/:programmeId/booklets/:personId': [
    { open: 'issue', with: { personId: '$childId' } },
    { open: 'nobody', with: { personId: '$shownPersonId' } },
  ],
  // What a family shows to the structure.
  '/organizations/:slug/booklets': { open: 'issue' },
  '/organizations/:slug/booklets/:personId/:programmeId': [
    { open: 'issue', with: { personId: '$shownPersonId', programmeId: '$formerProgrammeId' } },
    { open: 'nobody', with: { personId: '$childId' } },
  ],
  '/me/practice/booklets': { open: 'signed-in' },
  '/me/practice/:programmeId/booklet': {
    open: 'holder',
    send: [send('holder', { intent: 'write' }), ...['show', 'hide'].map((intent) => send('nobody', { intent: `${intent}:$organizationId` }))],
  },
  '/me/children/:childId/booklets': [
    { open: 'guardian', with: { childId: '$childId' } },
    { open: 'nobody', with: { childId: '$personId' } },
  ],
  '/me/children/:childId/booklets/:programmeId': [
    { open: 'guardian', with: { childId: '$childId' } },
    { open: 'nobody', with: { childId: '$shownPersonId', programmeId: '$formerProgrammeId' } },
  ],
  '/me/juries': { open: 'signed-in' },
  '/me/juries/:juryId': { open: 'jury', send: ['vote', 'recuse', 'arrive'].map((intent) => last('jury', { intent, dossierId: '$juryDossierId', vote: 'yes', word: 'De trop' })) },
  // Whoever holds the link is that guest.
  '/juries/guest/:token': [
    { open: 'everybody', with: { token: '$guestToken' } },
    { open: 'nobody', with: { token: 'unknown' }, send: [send('nobody', { intent: 'vote', dossierId: '$juryDossierId', vote: 'yes' })] },
  ],
  '/juries/:juryId/minutes': [{ open: 'minutes', with: { juryId: '$closedJuryId' } }, { open: 'nobody' }],
  '/me/nominations': { open: 'signed-in', send: [send('nobody', { voiceId: '$voiceId' })] },
  '/me/nominations/:nominationId': [
    {
      open: 'holder',
      with: { nominationId: '$ownNominationId' },
      send: [send('holder', { intent: 'fact', text: 'Un fait de trop' }), send('holder', { intent: 'accept' }), last('holder', { intent: 'decline' })],
    },
    { open: 'nobody', send: ['fact', 'accept', 'decline', 'send-again'].map((intent) => send('nobody', { intent, text: 'Un fait de trop' })) },
  ],
  '/me/leave': { open: 'signed-in', send: [last('signed-in', { intent: 'leave', organizationId: '$organizationId' })] },
  '/leave': { open: 'everybody', send: [send('everybody', { code: '$homeCode' })] },
  '/leave/:code': { open: 'everybody', with: { code: '$homeCode' }, send: [last('everybody', {})] },
  '/verify': { open: 'everybody', send: [send('everybody', { text: '{}' })] },
}

const JSON_LD = 'application/ld+json'
const PUBLISHED_ONLY: Rule[] = [
  { open: 'everybody', with: { id: '$achievementId' } },
  { open: 'nobody', with: { id: '$draftId' } },
]
const batch = { organizationId: '$organizationId', versionId: '$versionId' }

export const API: Record<string, Rule | Rule[]> = {
  ...COLLECTION_API,
  ...FOLIOS_API,
  ...SHARES_API,
  ...CV_API,
  ...ARCHIVE_API,
  ...CIRCLE_API,
  ...ENDORSEMENTS_API,
  '/api/v1/openapi.json': { open: 'everybody' },
  '/api/v1/communes': { open: 'everybody', search: '?q=poitiers' },
  '/api/v1/issuers/:id': { open: 'everybody', with: { id: '$issuerId' } },
  '/issuers/:id/did.json': { open: 'everybody', with: { id: '$issuerId' } },
  '/issuers/:id': { open: 'everybody', with: { id: '$issuerId' }, accept: JSON_LD },
  '/api/v1/achievements/:id': PUBLISHED_ONLY,
  '/images/:id': [
    { open: 'everybody', with: { id: '$imageId' } },
    { open: 'view', with: { id: '$draftImageId' } },
    { open: 'view', with: { id: '$draftImageId' }, search: '?format=png&size=128' },
  ],
  '/attachments/:id': [
    { open: 'holder or issue', with: { id: '$attachmentId' } },
    { open: 'holder or issue', with: { id: '$attachmentId' }, search: '?size=thumbnail' },
    { open: 'holder, issue or jury', with: { id: '$juryAttachmentId' } },
    { open: 'holder, issue or jury', with: { id: '$juryAttachmentId' }, search: '?size=thumbnail' },
  ],
  '/me/imports/:importedId/file': { open: 'holder', with: { importedId: '$importedId' } },
  '/me/imports/:importedId/picture.png': { open: 'nobody', with: { importedId: '$importedId' } },
  '/achievements/:id/card.png': PUBLISHED_ONLY,
  '/organizations/:slug/achievements/:achievementId/resources/:resourceId/exercise.json': { open: 'design', with: { resourceId: '$exerciseId' } },
  '/achievements/:achievementId/resources/:resourceId/file': [
    { open: 'members', with: { resourceId: '$bookletId' } },
    { open: 'nobody', with: { achievementId: '$draftId', resourceId: '$bookletId' } },
  ],
  '/achievements/:achievementId/resources/:resourceId/captions.vtt': { open: 'nobody', with: { resourceId: '$bookletId' } },
  '/achievements/:achievementId/resources/:resourceId/answers': { open: 'no page', with: { resourceId: '$exerciseId' }, send: [send('members', { seed: '1', answer: '10 m/s' })] },
  '/achievements/:id': [
    { open: 'everybody', with: { id: '$achievementId' }, accept: JSON_LD },
    { open: 'nobody', with: { id: '$draftId' }, accept: JSON_LD },
  ],
  '/achievements/:id/versions/:number': { open: 'everybody', with: { id: '$achievementId' }, accept: JSON_LD },
  '/credentials/:address': [
    ...['', '.json', '.jwt', '.png', '.svg'].map((ending): Rule => ({ open: 'holder or staff', with: { address: `$credentialId${ending}` }, accept: JSON_LD })),
    ...['.json', '.jwt', '.png'].map((ending): Rule => ({ open: 'view-people', with: { address: `$issuedId${ending}` } })),
    { open: 'holder or staff', with: { address: '$credentialId' }, search: '?format=ob2' },
  ],
  '/credentials/:id/card.png': { open: 'holder or staff', with: { id: '$credentialId' } },
  '/ob2/badge-classes/:versionId': { open: 'everybody' },
  '/ob2/issuers/:issuerId': { open: 'everybody' },
  '/status/:id': { open: 'everybody', with: { id: '$statusId' } },
  '/api/v1/issue-batches': {
    open: 'no page',
    send: [send('issue', { ...batch, rows: '[{"name":"Une personne de trop","email":"trop@example.org"}]' }, { isJson: true })],
  },
  '/api/v1/issue-batches/:id': { open: 'view-people', with: { id: '$batchId' } },
  '/api/v1/issue-batches/:id/results.csv': { open: 'view-people', with: { id: '$batchId' } },
  '/api/v1/nominations': {
    open: 'no page',
    send: [
      send(
        'members',
        { organizationId: '$organizationId', achievementId: '$achievementId', name: 'Marcelle de Trop', function: 'Bénévole', deed: 'Une action de trop.', occasion: 'Hier' },
        { isJson: true },
      ),
    ],
  },
  '/api/v1/organizations/:id/nominations': { open: 'issue', with: { id: '$organizationId' } },
  '/api/v1/nominations/:id': [
    { open: 'issue', with: { id: '$nominationId' } },
    { open: 'holder or issue', with: { id: '$ownNominationId' } },
  ],
  '/api/v1/nominations/:id/decisions': {
    open: 'no page',
    with: { id: '$nominationId' },
    send: [send('issue', { decision: 'not-retained', reason: 'De trop' }, { isJson: true, isLast: true })],
  },
  '/organizations/:slug/cards.pdf': {
    open: 'no page',
    send: [
      send('issue', { credential: ['$cardId'] }),
      send('issue', { sheet: 'round-58', slips: 'yes', credential: ['$cardId'] }),
      send('issue', { sheet: 'wall-list', credential: ['$cardId'] }),
      send('issue', { lost: '$cardId' }),
      send('issue', { person: '$personId' }),
    ],
  },
  '/organizations/:slug/access-cards.pdf': {
    open: 'no page',
    send: [
      send('issue', { cohort: '$cohortId', person: ['$cardPersonId'] }),
      send('issue', { cohort: '$cohortId', person: ['$cardPersonId'], layout: 'a6' }),
      send('issue', { forgotten: '$cardPersonId' }),
    ],
  },
  '/organizations/:slug/departures.pdf': { open: 'no page', send: [send('view-people', { kind: 'transfer', cohort: '$cohortId', person: ['$personId'] })] },
  '/organizations/:slug/families.pdf': {
    open: 'no page',
    send: [send('issue', { child: ['$personId'], language: 'both' }), last('issue', { renew: '$guardianshipId', child: ['$childId'] })],
  },
  '/organizations/:slug/ceremonies/:ceremonyId/paper.pdf': {
    open: 'no page',
    send: [send('issue', { sheet: 'cards', className: '6e A' }), send('issue', { sheet: 'certificate-a5', className: '6e A' })],
  },
  '/organizations/:slug/ceremonies/:ceremonyId/run-sheet.pdf': { open: 'issue' },
  '/me/practice/:programmeId/mine.json': { open: 'holder', send: [send('holder', { achievementId: '$achievementId', selfAssessment: 'yes' })] },
  '/organizations/:slug/programmes/:programmeId/grid.json': {
    open: 'issue',
    send: [last('issue', { personId: '$childId', achievementId: '$achievementId', verdict: 'to-rework', advice: 'De trop' })],
  },
  '/organizations/:slug/programmes/:programmeId/grid.csv': { open: 'issue' },
  '/organizations/:slug/programmes/:programmeId/grid.xlsx': { open: 'issue' },
  '/organizations/:slug/programmes/:programmeId/booklets.pdf': { open: 'no page', send: [send('issue', { person: ['$childId'] })] },
  '/organizations/:slug/programmes/:programmeId/bonus.csv': { open: 'issue' },
  '/organizations/:slug/programmes/:programmeId/bonus.txt': { open: 'issue' },
  '/me/practice/:programmeId/booklet.pdf': { open: 'holder' },
  '/me/children/:childId/booklets/:programmeId/booklet.pdf': [
    { open: 'guardian', with: { childId: '$childId' } },
    { open: 'nobody', with: { childId: '$shownPersonId', programmeId: '$formerProgrammeId' } },
  ],
  '/organizations/:slug/juries/:juryId/session.json': { open: 'issue', send: ACTS_IN_SESSION.map((fields) => last('issue', fields)) },
  '/organizations/:slug/programmes/:programmeId/lesson.json': { open: 'issue', send: [last('issue', VERDICT)] },
  '/juries/:juryId/minutes.pdf': { open: 'minutes', with: { juryId: '$closedJuryId' } },
  '/juries/:juryId/minutes.jws': { open: 'minutes', with: { juryId: '$closedJuryId' } },
  '/api/v1/verifications': { open: 'no page', send: [send('everybody', { text: '{}' }, { isJson: true })] },
}

/** What the owner of another structure sends to their own pages, naming things of this one. Nothing of it may come in. */
export const SMUGGLED: Record<string, { search?: string; fields?: Fields }> = {
  'people?': { fields: { intent: 'resend', invitationId: '$invitationId' } },
  people: { fields: { intent: 'withdraw', invitationId: '$invitationId' } },
  cohorts: { fields: { cohortId: '$cohortId' } },
  import: { search: '?cohort=$cohortId', fields: { who: 'pupils', cohortId: '$cohortId', pasted: 'Nom;Prénom\nDurand;Zoé' } },
  issue: { search: '?achievement=$achievementId', fields: { to: 'cohort', versionId: '$versionId', personId: ['$personId'] } },
  'issue?': { search: '?achievement=$ownAchievementId&to=cohort&cohort=$cohortId', fields: { to: 'cohort', versionId: '$ownVersionId', personId: ['$personId'] } },
  'issue??': { search: '?achievement=$ownAchievementId&to=list&batch=$batchId' },
  'achievements/new': { fields: { intent: 'save', 'name.fr': 'Emprunt', imageSource: 'keep', imageId: '$draftImageId' } },
  'ceremonies/$ceremonyId': { fields: { intent: 'class-up:6e A' } },
  'ceremonies/$ceremonyId/publish': { fields: { understood: 'yes' } },
  'ceremonies/$ceremonyId/scan': { fields: { recipientId: '$recipientId', presence: 'handed' } },
  'ceremonies/$ceremonyId/paper.pdf': { fields: { sheet: 'cards' } },
  nominations: { fields: { voiceId: '$voiceId', decision: 'voice-admitted' } },
  'nominations/new': { search: '?person=$personId', fields: { badge: '$achievementId', person: '$personId', deed: 'Une action de trop.', occasion: 'Hier' } },
  'nominations/new?': {
    search: '?person=$personId&badge=$ownAchievementId',
    fields: { badge: '$ownAchievementId', person: '$personId', deed: 'Une action de trop.', occasion: 'Hier' },
  },
  cards: { search: '?batch=$batchId&cohort=$cohortId' },
  'cards?': { search: '?batch=$batchId' },
  'cards??': { search: '?cohort=$cohortId' },
  'cards???': { search: '?person=$personId&tick=all' },
  'programmes/$programmeId/booklets.pdf': { fields: { person: ['$childId'] } },
  'families.pdf': { fields: { child: ['$personId'] } },
  'families.pdf?': { fields: { renew: '$guardianshipId' } },
  'cards.pdf': { fields: { credential: ['$cardId'] } },
  'cards.pdf?': { fields: { sheet: 'wall-list', credential: ['$cardId'] } },
  'cards.pdf??': { fields: { lost: '$cardId' } },
  'cards.pdf???': { fields: { person: '$personId' } },
  'access-cards.pdf': { fields: { cohort: '$cohortId', person: ['$cardPersonId'] } },
  'access-cards.pdf?': { fields: { forgotten: '$cardPersonId' } },
  'settings/keys': { fields: { intent: 'declare-compromised', keyId: '$keyId', reason: 'Vol' } },
  credentials: { search: '?achievement=$achievementId' },
  departures: { fields: { intent: 'withdraw', departureId: '$departureId' } },
  'departures?': { fields: { intent: 'confirm', departureId: '$departureId' } },
  'departures/$cohortId': { fields: { kind: 'transfer', person: ['$personId'] } },
  'departures.pdf': { fields: { kind: 'transfer', cohort: '$cohortId', person: ['$personId'] } },
  arrivals: { fields: { intent: 'cancel', departureId: '$arrivalId' } },
}
