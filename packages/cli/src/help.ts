const VERIFY = `boat verify <file|url|->   is this badge authentic, timely, and about whom it should be?

  Takes a PNG, an SVG, JSON or a JWT, of any version of Open Badges (0.5 to 3.0).

  --recipient ID     also check that it is about this person (an e-mail address, a DID …)
  --json             print {outcome, version, checks, credential}, and warnings if there are any
  --offline          load nothing: what needs the network is undetermined
  --web DIR          load every document from DIR/<host>/<path>, and nothing from the network
  --now ISO          ask for another moment than now: 2026-11-23T10:00:00Z
  --allow-loopback   load from this machine too, over http (or BOAT_ALLOW_LOOPBACK=1)

  Exit: 0 verified, 1 not verified, 2 undetermined, 64 wrong usage

  boat verify badge.png
  boat verify badge.png --recipient ada@example.org
  curl -s https://badges.example/credentials/1 | boat verify - --json
`

const INSPECT = `boat inspect <file|->   what is inside, without judging

  --json   print everything that was found

  boat inspect badge.png
`

const BAKE = `boat bake <image> <credential> -o OUT   put a credential into a PNG or an SVG

  boat bake picture.png credential.json -o badge.png
`

const UNBAKE = `boat unbake <image> [-o OUT]   take the credential out of an image

  boat unbake badge.png > credential.json
`

const KEYGEN = `boat keygen -o KEY.json   make a key to sign with

  --type ed25519|p256|p384|rsa   default ed25519
  --did key|web:DOMAIN[:path]    who the key is of: itself (default), or a website
  -o KEY.json                    the private key (a JWK, readable by you alone); KEY.did.json beside it is to publish

  boat keygen -o key.json
  boat keygen --did web:badges.example:issuers:1 -o key.json
`

const ISSUE = `boat issue --achievement A.json --issuer I.json --key KEY.json --recipients LIST.csv -o DIR

  Signs one badge for every row of the list, and writes results.csv beside them. A bad row is reported with its line and
  column and does not stop the others; the exit code is then 1.

  --achievement A.json   name, description, criteria … as Open Badges 3.0 has them
  --issuer I.json        the issuer's profile; its id is the key's by default
  --key KEY.json         from boat keygen
  --recipients LIST.csv  columns: email or id; optional name, evidence, narrative, validUntil, level
  --format json|jwt|png|svg
  --proof eddsa-rdfc-2022|eddsa-jcs-2022|ecdsa-rdfc-2019|ecdsa-jcs-2019
  --image FILE           the picture to bake into; default: the achievement's own beside it, or a plain disc
  --now ISO              the moment of issuing

  boat issue --achievement a.json --issuer i.json --key key.json --recipients class.csv -o badges --format png
`

const VALIDATE = `boat validate <file>   does it conform to the specification? exit 0 yes, 1 no

  Tells every error with its path. Nothing is loaded, nothing is verified; a proof is not needed.

  --json   print [{path, code, message}]

  boat validate credential.json
`

const MAIN = `boat: Open Badges from a terminal

  boat verify <file|url|->                is it authentic? exit 0 yes, 1 no, 2 cannot be known
  boat inspect <file|->                   what is inside, without judging
  boat bake <image> <credential> -o OUT   put a credential into an image
  boat unbake <image>                     take it out
  boat validate <file>                    does it conform to the specification?
  boat keygen -o KEY.json                 make a key to sign with
  boat issue … -o DIR                     sign a badge for everybody on a list

  boat verify badge.png
  boat verify --help

Each command has its own --help.
`

/** The help of each command; of none, the whole. */
export const HELP: Record<string, string> = { '': MAIN, verify: VERIFY, inspect: INSPECT, bake: BAKE, unbake: UNBAKE, keygen: KEYGEN, issue: ISSUE, validate: VALIDATE }
