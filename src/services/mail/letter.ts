import { resolve } from 'node:path'
import ejs from 'ejs'
import { config } from '../../config.ts'
import type { Letter } from '../../gateways/mailer.ts'
import { timeInWords } from '../../lib/times.ts'
import { type Mail, User } from '../../models/index.ts'
import { matters } from './matters.ts'
import { type Template, templates } from './templates.ts'

const views = resolve(import.meta.dirname, '../../../views')

/**
 * Writes a letter as it has to be now, and hands what is personal in it through the gate (P13). Undefined: it is not to
 * be sent any more, because its person or its matter is gone, or they do not want letters of its kind (P08, P25).
 */
export async function writeLetter(mail: Mail, now: Date): Promise<Letter | undefined> {
  const { subject, about, because, marketing } = templates[mail.template as Template]
  if (marketing && !(await isWanted(mail))) return undefined

  const found = await matters[about](mail, now)
  if (!found) return undefined

  const when = (instant: Date) => `${timeInWords(instant)} UTC`
  const locals = { when, ...found, unsubscribe: marketing && found.unsubscribe }
  const view = { subject, because }
  const [html, text] = await Promise.all([
    render(mail.template, 'layouts/mail', { ...locals, view }),
    render(`${mail.template}.text`, 'layouts/mail.text', { ...locals, view }),
  ])
  const { to, calendar } = found
  return { to, subject, html, text, calendar, unsubscribe: locals.unsubscribe as string | undefined }
}

async function isWanted(mail: Mail) {
  const user = await User.findByPk(mail.userId ?? undefined)
  return user?.marketing && !user.suspendedAt && !user.isLeaving
}

async function render(page: string, layout: string, locals: object) {
  const site = { name: config.siteName, baseUrl: config.baseUrl }
  const body = await ejs.renderFile(`${views}/mail/${page}.ejs`, { ...locals, site }, { cache: true })
  return ejs.renderFile(`${views}/${layout}.ejs`, { ...locals, site, body }, { cache: true })
}
