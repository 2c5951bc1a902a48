/**
 * The floor of a page: bare Express, EJS and pg. The same statements, the same bytes, every text interpolated. And that of
 * a form: the same statements, each time with the values of another person, and then the same redirect.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import pg from 'pg'
import { config } from '../../../src/config.ts'

type Statement = { text: string; values: unknown[] }
type Page = { html: string; statements: Statement[] }
type Form = { statements: Statement[]; people: Record<string, unknown>[]; goesTo: string }

const views = mkdtempSync(join(tmpdir(), 'floor-'))
const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 10 })
const app = express()
app.set('view engine', 'ejs')
app.set('views', views)
app.set('view cache', true)
app.disable('x-powered-by')

const server = app.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }))

/** Each gets a path of its own, which is the answer. */
process.on('message', (asked: Page | Form) => {
  const name = `floor-${Math.random().toString(36).slice(2)}`
  if ('people' in asked) take(name, asked)
  else show(name, asked)
  process.send!({ path: `/${name}` })
})

function show(name: string, { html, statements }: Page) {
  const texts: string[] = []
  const template = html.replace(/>([^<]+)</g, (_, text) => {
    texts.push(decoded(text))
    return `><%= texts[${texts.length - 1}] %><`
  })
  writeFileSync(join(views, `${name}.ejs`), template)

  app.get(`/${name}`, async (_req, res) => {
    for (const { text, values } of statements) await pool.query(text, values)
    res.render(name, { texts })
  })
}

function take(name: string, { statements, people, goesTo }: Form) {
  let turn = 0
  app.post(`/${name}`, express.urlencoded({ extended: false }), async (_req, res) => {
    const person = people[turn++ % people.length]!
    const own = (values: unknown[]) => values.map((value) => person[String(value)] ?? value)
    for (const { text, values } of statements) await pool.query(text, own(values))
    res.redirect(303, goesTo)
  })
}

function decoded(text: string) {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#34;': '"', '&#39;': "'" }
  return text.replace(/&(?:amp|lt|gt|#34|#39);/g, (entity) => entities[entity]!)
}
