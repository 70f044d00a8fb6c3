// The beginnings of long passwords that leaks show most often in French and English; figures and signs around them change nothing.
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  motdepasse motdepassemotdepasse monmotdepasse lemotdepasse changezmoi changemoi bonjour bonjourbonjour bonjourtoutlemonde
  azerty azertyuiop azertyazerty azertyuiopqsdfghjklm qsdfghjklm qwertyuiop qwertyqwerty qwertyuiopasdf qwerty qwertz asdfghjkl zxcvbnm
  password passwordpassword mypassword thepassword passw0rd p@ssword p@ssw0rd changeme changemeplease letmein letmeinplease welcome welcomewelcome
  administrateur administrator administration admin adminadmin superadmin rootroot root utilisateur user invité guest
  jetaime jetaimejetaime jetaimefort jetaimemonamour iloveyou iloveyouiloveyou iloveyouforever monamour amour doudou chouchou loulou
  soleil papillon chocolat princesse princess sunshine football basketball superman batman spiderman pokemon starwars minecraft fortnite roblox
  marseille olympiquedemarseille parissaintgermain paris poitiers vienne france vivelafrance vivelavie
  ecole collège college lycée lycee université universite professeur enseignant enseignante rectorat educationnationale maitresse
  badge badges badgebadge openbadge openbadges boat boatboat badgesouvertsatous demonstration
  jesuisunrobot jenesaispas jenesaisplus nevergonnagiveyouup correcthorsebatterystaple whatever trustno1 abc123 test testtest testtesttest
  abcdefghijkl abcdefghijklm abcdefghijklmnop aaaaaaaaaaaa loremipsum secret secretsecret topsecret blink182 dragon monkey master shadow michael
  123456789012 1234567890123 12345678901234 123456789123 123123123123 112233445566 098765432109 987654321098 1q2w3e4r5t6y 1qaz2wsx3edc 1a2z3e4r5t6y
  qazwsxedcrfv q1w2e3r4t5y6 a1z2e3r4t5y6 azer1234 azerty123456 qwerty123456 password1234 password12345 password123456 motdepasse123 iloveyou1234
  `
    .trim()
    .split(/\s+/),
)
