const VERIFY = `boat verify <file|url|->   authentic, timely, about whom it should be?

  Takes a PNG, an SVG, JSON or a JWT, of any Open Badges version (0.5 to 3.0);
  or the archive of a passport (ZIP): each of its badges as of the day on which
  it was made, with the keys and status lists that it brings and no network,
  and each of its files by its hash. Whoever made the archive is trusted for
  these keys; --online asks the issuers themselves.

  --recipient ID     check also that it is about this person (e-mail, DID …)
  --json             print {outcome, version, checks, credential} alone; of an
                     archive {outcome, archive, problems, badges}
  --offline          load nothing: what needs the network is undetermined
  --online           of an archive: ask the issuers, as of now
  --web DIR          load https://host/path from DIR/host/path (DIR/host/path/
                     index.json when it ends in /), and nothing from the network
  --now ISO          ask for another moment than now: 2026-11-23T10:00:00Z
  --allow-loopback   load from this machine too, over http
                     (or BOAT_ALLOW_LOOPBACK=1)

  Exit: 0 verified, 1 not verified, 2 undetermined, 64 wrong usage; of an
  archive: 1 when a badge or a file is not as it should be, 2 when one cannot
  be known

  boat verify badge.png
  boat verify archive.zip
  boat verify badge.png --recipient ada@example.org
  curl -s https://badges.example/credentials/1 | boat verify - --json
`

const INSPECT = `boat inspect <file|->   what is inside, without judging

  --json   print everything that was found

  Exit: 0 told, 1 nothing readable inside, 64 wrong usage

  boat inspect badge.png
  boat inspect badge.svg --json
`

const BAKE = `boat bake <image> <credential> -o OUT   put a credential into a PNG or an SVG

  The credential is JSON or a JWT. A credential that the image holds already is
  replaced in OUT; what is read is never written over.

  -o OUT   where to write the image

  Exit: 0 done, 1 not possible, 64 wrong usage

  boat bake picture.png credential.json -o badge.png
  boat bake picture.svg credential.jwt -o badge.svg
`

const UNBAKE = `boat unbake <image>   take the credential out of a PNG or an SVG

  -o OUT   where to write it; default: the standard output

  Exit: 0 done, 1 there is none, 64 wrong usage

  boat unbake badge.png > credential.json
`

const KEYGEN = `boat keygen -o KEY.json   make a key to sign with

  --type ed25519|p256|p384|rsa   default ed25519; rsa signs JWTs only
  --did key|web:DOMAIN[:path]    whose key: its own (default), or a website's
  -o KEY.json                    the private key (a JWK, readable by you alone);
                                 KEY.did.json beside it is to publish

  Prints the DID. A key is never overwritten. For a website, publish the
  document where boat says, so that others can verify what the key signs.

  Exit: 0 done, 1 not possible, 64 wrong usage

  boat keygen -o key.json
  boat keygen --did web:badges.example:issuers:1 -o key.json
  boat keygen --type rsa --did web:localhost%3A3000 -o key.json
`

const ISSUE = `boat issue --achievement A.json --issuer I.json --key KEY.json
           --recipients LIST.csv -o DIR

  Signs one badge for every row of the list, and writes DIR/results.csv beside
  them. A bad row is reported with its line and column and does not stop the
  others; the exit code is then 1. Run it again into the same DIR, and what is
  there for a row stays: only rows that are new or changed are issued.

  --achievement A.json   id, name, description, criteria … (Open Badges 3.0)
  --issuer I.json        the issuer's profile; its id is the key's by default
  --key KEY.json         from boat keygen
  --recipients LIST.csv  the first line names the columns: email or id;
                         optional name, evidence, narrative, validUntil, level.
                         The e-mail is signed as a hash, the name is not signed:
                         it only goes to results.csv
  -o DIR                 000001.json … and results.csv
                         (line,recipient,name,id,file,problem)
  --format json|jwt|png|svg   default json
  --proof NAME           eddsa-rdfc-2022 or eddsa-jcs-2022 (ed25519 keys),
                         ecdsa-rdfc-2019 or ecdsa-jcs-2019 (p256, p384),
                         jwt (all keys; not for json); default: the first that
                         fits. With --format jwt: also inside the JWT
  --image FILE           the picture to bake into; default: the achievement's
                         own beside A.json, or a plain disc
  --now ISO              the moment of issuing: 2026-11-23T10:00:00Z

  Exit: 0 all issued, 1 some rows not, 64 wrong usage

  boat issue --achievement a.json --issuer i.json --key key.json \\
             --recipients class.csv -o badges --format png

  a.json      {"id": "https://badges.example/a/1", "name": "Teamwork",
               "description": "…", "criteria": {"narrative": "…"}}
  i.json      {"name": "Our school"}
  class.csv   email,name,narrative
              ada@example.org,Ada,"Helped everybody, and patiently"
`

const VALIDATE = `boat validate <file>   does it conform to the specification?

  Tells every error with its path. Nothing is loaded, nothing is verified; a
  proof is not needed.

  --json   print [{path, code, message}]

  Exit: 0 it conforms, 1 it does not, 64 wrong usage

  boat validate credential.json
  boat validate badge.png --json
`

const MAIN = `boat: Open Badges from a terminal

  boat verify <file|url|->                is it authentic?
                                          exit 0 yes, 1 no, 2 cannot be known
                                          a badge, or a passport's archive
  boat inspect <file|->                   what is inside, without judging
  boat bake <image> <credential> -o OUT   put a credential into an image
  boat unbake <image>                     take it out
  boat validate <file>                    does it conform to the specification?
  boat keygen -o KEY.json                 make a key to sign with
  boat issue … -o DIR                     sign a badge for everybody on a list

  boat verify badge.png
  boat issue --help
  boat --version

Each command has its own --help. Wrong usage exits with 64. Colours are for
terminals only, and not where NO_COLOR is set.
`

/** The help of each command; of none, the whole. */
export const HELP: Record<string, string> = { '': MAIN, verify: VERIFY, inspect: INSPECT, bake: BAKE, unbake: UNBAKE, keygen: KEYGEN, issue: ISSUE, validate: VALIDATE }
