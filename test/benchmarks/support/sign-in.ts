import { createHmac } from 'node:crypto'
import { load as parse } from 'cheerio'
import { config } from '../../../src/config.ts'
import { sql } from '../../../src/lib/sql.ts'
import { PASSWORD } from '../../support/factories.ts'
import type { Child } from './child.ts'

/** Signs somebody in by the form. Answers their cookie. */
export async function signIn({ origin }: Child, email: string) {
  const form = await fetch(`${origin}/login`)
  const cookie = cookieOf(form)
  const response = await fetch(`${origin}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin },
    body: new URLSearchParams({ _csrf: tokenOn(await form.text()), email, password: PASSWORD }),
  })
  return cookieOf(response)
}

/** The token of the forms on a page. */
export function tokenOn(html: string) {
  return parse(html)('input[name="_csrf"]').attr('value')!
}

/** As many sessions more as there are people, each a copy of this one that belongs to another of them. */
export async function signInBeside(cookie: string, userIds: string[]) {
  const sid = sidOf(cookie)
  await sql(
    `insert into sessions (sid, sess, expire)
     select $sid || '-' || n, (sess::jsonb || jsonb_build_object('userId', id))::json, expire
     from sessions, unnest($userIds::uuid[]) with ordinality as person (id, n) where sid = $sid`,
    { sid, userIds },
  )
  return userIds.map((_, n) => `${sid}-${n + 1}`).map((sid) => ({ sid, cookie: `session=s:${sid}.${signed(sid)}` }))
}

export function sidOf(cookie: string) {
  return /s:([^.]+)\./.exec(decodeURIComponent(cookie))![1]!
}

function signed(sid: string) {
  const signature = createHmac('sha256', config.sessionSecrets[0]).update(sid).digest('base64').replace(/=+$/, '')
  return encodeURIComponent(signature)
}

function cookieOf(response: Response) {
  return response.headers.getSetCookie()[0]!.split(';')[0]!
}
