import { createServer } from 'node:net'
import type { Readable } from 'node:stream'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { smtpTransport } from '#kit/mail.ts'
import { renderMail } from './mails/render-mail.ts'

test('French arrives as it was written, through a real mail server, as text and as HTML', async () => {
  const received: { mail: ParsedMail; from: string }[] = []
  await using server = await startSmtp(async (stream, from) => void received.push({ mail: await simpleParser(stream), from }))
  const name = 'Çà et là : « l’Œuvre » d’élèves — naïveté, où ? 🏅'
  const content = renderMail(
    {
      subject: `Un badge\r\nBcc: victime@example.org ${name}`,
      preheader: 'À lire',
      blocks: [
        { kind: 'text', text: `Bonjour Noëlle,\n${name}` },
        { kind: 'button', label: 'Récupérer', url: 'https://badges.example/claim/x?a=1&b=2' },
      ],
    },
    'fr',
  )
  const transport = smtpTransport(server.url, 'BOAT <no-reply@badges.example>')
  await transport.send({ to: 'noelle@example.org', ...content, messageId: '<one@badges.example>' })
  const { mail, from } = received[0]!
  expect(from).toBe('no-reply@badges.example')
  expect(mail.subject).toBe(`Un badge Bcc: victime@example.org ${name}`)
  expect(mail.bcc).toBeUndefined()
  expect(mail.messageId).toBe('<one@badges.example>')
  expect(mail.text).toContain(`Bonjour Noëlle,\n${name}`)
  expect(mail.text).toContain('https://badges.example/claim/x?a=1&b=2')
  expect(mail.html).toContain('« l’Œuvre » d’élèves — naïveté, où ? 🏅')
})

async function startSmtp(onMail: (stream: Readable, from: string) => Promise<void>) {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => void onMail(stream, (session.envelope.mailFrom as { address: string }).address).then(() => done(), done),
  })
  const port = await freePort()
  await new Promise<void>((resolve) => smtp.listen(port, '127.0.0.1', resolve))
  return { url: `smtp://127.0.0.1:${port}`, [Symbol.asyncDispose]: () => new Promise<void>((resolve) => smtp.close(resolve)) }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
