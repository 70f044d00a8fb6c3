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

const MAIN = `boat: Open Badges from a terminal

  boat verify <file|url|->                is it authentic? exit 0 yes, 1 no, 2 cannot be known
  boat inspect <file|->                   what is inside, without judging
  boat bake <image> <credential> -o OUT   put a credential into an image
  boat unbake <image>                     take it out

  boat verify badge.png
  boat verify --help

Each command has its own --help.
`

/** The help of each command; of none, the whole. */
export const HELP: Record<string, string> = { '': MAIN, verify: VERIFY, inspect: INSPECT, bake: BAKE, unbake: UNBAKE }
