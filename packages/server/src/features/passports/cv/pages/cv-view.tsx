import { Title, type TitleOrder } from '@mantine/core'
import type { ReactNode } from 'react'
import { BadgePicture } from '#web/components/badge-picture.tsx'
import type { PresentedCv } from '../present-cv.ts'
import classes from './cv-view.module.css'

/** A CV as whoever it is for reads it, in the language it was written in. Its name is the heading of the page unless another level is said. */
export function CvView({ cv, level = 1 }: { cv: PresentedCv; level?: 1 | 2 }) {
  const { words } = cv
  const section = (name: keyof typeof words.sections, children: ReactNode, isShown: boolean) =>
    isShown && (
      <section aria-labelledby={`cv-${name}`} className={classes.section}>
        <Title order={(level + 1) as TitleOrder} id={`cv-${name}`} className={classes.heading}>
          {words.sections[name]}
        </Title>
        {children}
      </section>
    )
  return (
    <article lang={cv.locale} className={`surface ${classes.cv}`}>
      <Head cv={cv} level={level} />
      {section('summary', <p className={classes.text}>{cv.summary}</p>, cv.summary !== '')}
      <div className={classes.columns}>
        <div className={classes.main}>
          {section('work', <Entries entries={cv.work} level={level} />, cv.work.length > 0)}
          {section('volunteering', <Entries entries={cv.volunteering} level={level} />, cv.volunteering.length > 0)}
          {section('education', <Entries entries={cv.education} level={level} />, cv.education.length > 0)}
          {section('badges', <Badges cv={cv} level={level} />, cv.badges.length > 0)}
        </div>
        <div className={classes.aside}>
          {section('skills', <Skills cv={cv} />, cv.skills.attested.length + cv.skills.own.length > 0)}
          {section('languages', <Languages cv={cv} />, cv.languages.length > 0)}
          {section('interests', <p className={classes.text}>{cv.interests}</p>, cv.interests !== '')}
          {section('links', <Links cv={cv} />, cv.links.length > 0)}
        </div>
      </div>
    </article>
  )
}

function Head({ cv, level }: { cv: PresentedCv; level: TitleOrder }) {
  const contacts = [
    cv.email && (
      <a key="email" href={`mailto:${cv.email}`}>
        {cv.email}
      </a>
    ),
    cv.phone && (
      <a key="phone" href={`tel:${cv.phone.replace(/[^+\d]/g, '')}`}>
        {cv.phone}
      </a>
    ),
    cv.town && <span key="town">{cv.town}</span>,
    cv.website && (
      <a key="website" href={cv.website.url} rel="nofollow noopener noreferrer">
        {cv.website.label}
      </a>
    ),
  ].filter(Boolean)
  return (
    <header className={classes.head}>
      <Title order={level}>{cv.name}</Title>
      {cv.headline && <p className={classes.headline}>{cv.headline}</p>}
      {contacts.length > 0 && <p className={classes.contacts}>{contacts}</p>}
    </header>
  )
}

function Entries({ entries, level }: { entries: PresentedCv['work'] | PresentedCv['education']; level: number }) {
  return (
    <ul className={classes.entries}>
      {entries.map((entry) => (
        <li key={entry.id}>
          {entry.when && <p className={classes.when}>{entry.when}</p>}
          <Title order={(level + 2) as TitleOrder} className={classes.entryTitle}>
            {entry.title}
          </Title>
          {entry.where && <p className={classes.where}>{entry.where}</p>}
          {entry.text && <p className={classes.text}>{entry.text}</p>}
        </li>
      ))}
    </ul>
  )
}

function Badges({ cv, level }: { cv: PresentedCv; level: number }) {
  return (
    <ul className={classes.badges}>
      {cv.badges.map((badge) => (
        <li key={badge.badgeId} className={classes.badge}>
          <BadgePicture badge={badge} size={56} isNamed />
          <div className={classes.badgeWords}>
            <Title order={(level + 2) as TitleOrder} className={classes.entryTitle}>
              {badge.href ? <a href={badge.href}>{badge.name}</a> : badge.name}
            </Title>
            <p className={classes.where}>{[badge.issuerName, badge.receivedOn, badge.state].filter(Boolean).join(' · ')}</p>
            {badge.sentence && <p className={classes.text}>{badge.sentence}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Skills({ cv: { skills, words } }: { cv: PresentedCv }) {
  return (
    <>
      {skills.attested.length > 0 && (
        <>
          <p className={classes.where}>{words.attested}</p>
          <ul className={classes.skills}>
            {skills.attested.map((skill) => (
              <li key={skill.name}>
                <strong>{skill.name}</strong>
                <span className={classes.where}>{skill.badges.join(', ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {skills.own.length > 0 && (
        <>
          {skills.attested.length > 0 && <p className={classes.where}>{words.own}</p>}
          <ul className={classes.own}>
            {skills.own.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const Languages = ({ cv }: { cv: PresentedCv }) => (
  <ul className={classes.plain}>
    {cv.languages.map(({ name, level }) => (
      <li key={name}>
        {name}
        {level && <span className={classes.where}> · {level}</span>}
      </li>
    ))}
  </ul>
)

const Links = ({ cv }: { cv: PresentedCv }) => (
  <ul className={classes.plain}>
    {cv.links.map(({ label, url }) => (
      <li key={url}>
        <a href={url} rel="nofollow noopener noreferrer">
          {label}
        </a>
      </li>
    ))}
  </ul>
)
