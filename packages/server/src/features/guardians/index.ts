// Owns guardians of pupils: paper slips, the consent they give and take back, and the day on which a pupil takes over.
// Announces nothing.
// Standard: none; joint consent below fifteen, GDPR article 8 and its French law.
export {}
