// Owns endorsements of received badges: who was asked, what they said and signed, whether its holder shows it.
// Announces: endorsement.requested, endorsement.signed.
// Standard: Open Badges 3.0 EndorsementCredential.
