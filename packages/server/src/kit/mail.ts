// The edge of the world for mail: SMTP when it is configured, else a folder that a person can open.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

/** `messageId`: the same for every try, so that a mail received twice is seen to be one. */
export type Mail = { to: string; subject: string; text: string; html: string; messageId?: string }
/** Throws when the mail did not leave. */
export type MailTransport = { kind: 'smtp' | 'folder' | 'fake'; send(mail: Mail): Promise<void> }

export function smtpTransport(url: string, from: string): MailTransport {
  const transport = createTransport({ url, connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }, { from })
  return { kind: 'smtp', send: async (mail) => void (await transport.sendMail(mail)) }
}

export function folderTransport(folder: string, from: string): MailTransport {
  const transport = createTransport({ streamTransport: true, buffer: true }, { from })
  return {
    kind: 'folder',
    async send(mail) {
      await mkdir(folder, { recursive: true })
      const { message, messageId } = await transport.sendMail(mail)
      await writeFile(join(folder, `${messageId.replace(/[^\w.-]/g, '')}.eml`), message as Buffer, { mode: 0o600 })
    },
  }
}
