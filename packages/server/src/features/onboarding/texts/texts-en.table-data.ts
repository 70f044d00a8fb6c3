// Model texts in English. {structure}, {opening} and the like are filled in with what the structure has written elsewhere.
export const englishTexts = {
  families: {
    title: 'Letter to families',
    body: `{structure}
{today}

Dear parents and guardians,

This year, {year}, {structure} recognises what pupils and adults can do beyond marks: helping, organising, creating, debating, persevering, welcoming. We do so with open digital badges.

A badge is not a mark, nor a reward for good behaviour, nor a ranking. It is a picture that holds the name of the skill, what had to be done to show it, and who recognised it. It belongs to your child, who chooses to keep it private or, later, to show it.

How it works
- {information}: the project is presented.
- From {opening}: anybody may propose somebody, pupil or adult, by telling what they saw.
- {closing}: last day for proposals.
- {jury}: a panel of adults, pupils and parents reads the proposals.
- {ceremony}: the badges are handed over; you will be invited.

Your child always knows about a proposal, and may say no.

Your child’s data
Nothing about a pupil is public. Below the age of 15 a badge can be shown outside the school only if you allow it; you may change your mind at any time. Your child needs no e-mail address: they receive a card. You may ask to see, correct or erase what concerns your child by writing to the school.

We are happy to answer your questions.

The steering group
{group}`,
  },
  consent: {
    title: 'Consent of guardians',
    body: `{structure}, school year {year}

Digital badges: consent for a pupil under 15

Name of the pupil: ……………………………………………………  Class: ………………

Your child’s badges are private: only those at school who need to see them do. This consent is only about what leaves the school. Not giving it has no consequence: your child can be proposed and receive badges like everybody else.

I, …………………………………………………… , guardian of the pupil named above,

☐ allow my child to show their badges outside the school (public page with their first name, application, internship);
☐ do not allow it.

☐ allow their first name to be said and shown at the ceremony on {ceremony};
☐ do not allow it.

I understand that I may change this choice at any time by writing to the school, and that from the age of 15 my child will decide.

Date: ……………………    Signature of the guardian:


Signature of the pupil, who has read “Badges explained to pupils”:`,
  },
  pupils: {
    title: 'Badges explained to pupils',
    body: `Badges at {structure}: what you should know

What is it?
A badge says what you can do and marks do not say: helping, organising, creating, not giving up. Every badge says what has to be done to receive it.

How do you receive one?
Somebody proposes you and tells what they saw. You may also propose yourself. A panel reads, then decides. If something is missing, you are told and can add it.

Who may propose?
You! From {opening} until {closing}. You may propose a classmate, a teacher, a cleaner, the cook. We propose to say something good, never to make fun: an adult reads it first.

Do you have to?
No. If somebody proposes you, you know it, and you may say no without saying why.

Who sees my badges?
You, and the adults at school who look after them. Nobody on the internet. If you are under 15, your parents must agree before a badge is shown outside. From 15 on, you decide.

And if I change my mind?
You may hide a badge, ask for your name to be corrected, or ask that what concerns you be erased. Talk to an adult of the group:
{group}

The badges are handed over on {ceremony}. You can be happy for others, even without a badge this year.`,
  },
  staff: {
    title: 'Message to staff',
    body: `Subject: recognising what everybody can do, {year}

Dear colleagues,

From {opening}, every member of the community, pupil or adult, may propose somebody for a badge by telling what they saw. Teaching, school life, kitchen, cleaning, front desk, office, health: everybody may propose and be proposed.

What it is, and what it is not
- It is voluntary. An adult never receives a badge without having accepted, and may decline without a reason.
- It has nothing to do with appraisal, career interviews or reviews.
- There are no points, no ranking, no target numbers.

What we ask of you
- A quarter of an hour with a class to look for what each one can do.
- To propose somebody whom one hardly sees.
- If you like, to sit on the panel on {jury}.

To talk about it: {information}, then with the steering group:
{group}

We look back together on {review}.`,
  },
  announcement: {
    title: 'Announcement for the school portal',
    body: `Badges are coming to {structure}!

Helping, creating, organising, welcoming, not giving up: what people can do deserves to be recognised, pupils and adults alike.

From {opening} to {closing}, propose somebody: tell what you saw, choose a badge, that is all. The person will know and may accept or not.

The panel meets on {jury}. The badges are handed over on {ceremony}.

Pupils’ badges are private; below 15, nothing is shown outside the school without the parents’ consent.

Questions: to the steering group, or at the presentation on {information}.`,
  },
  minutes: {
    title: 'Minutes of the first meeting',
    body: `{structure}
Steering group for badges, first meeting: {steering}

Present
{group}
Apologies: 

1. Why badges here? (everybody names one thing they would like to see recognised)


2. The badges to start with (three to five are enough)


3. Who may propose, and how (tablet in the library, class time, paper)


4. Who reads what pupils write before it is passed on


5. The panel: who sits, how many votes decide, what to do when one knows the person


6. The calendar
- Presentation: {information}
- Proposals: from {opening} to {closing}
- Panel: {jury}
- Ceremony: {ceremony}
- Looking back: {review}

7. Families: letter, consent, who answers questions


Decisions, and who takes care of them


Next meeting: `,
  },
} as const
