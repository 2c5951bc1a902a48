/** The floor of a page: bare Express, EJS and pg. The same statements, the same bytes, every text interpolated. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import pg from 'pg'
import { config } from '../../../src/config.ts'

type Page = { html: string; statements: { text: string; values: unknown[] }[] }

const views = mkdtempSync(join(tmpdir(), 'floor-'))
const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 10 })
const app = express()
app.set('view engine', 'ejs')
app.set('views', views)
app.set('view cache', true)
app.disable('x-powered-by')

const server = app.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }))

process.on('message', ({ path, page }: { path: string; page: Page }) => {
  const texts: string[] = []
  const template = page.html.replace(/>([^<]+)</g, (_, text) => {
    texts.push(decoded(text))
    return `><%= texts[${texts.length - 1}] %><`
  })
  const name = `page-${Math.random().toString(36).slice(2)}`
  writeFileSync(join(views, `${name}.ejs`), template)

  app.get(path, async (_req, res) => {
    for (const { text, values } of page.statements) await pool.query(text, values)
    res.render(name, { texts })
  })
  process.send!({})
})

function decoded(text: string) {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#34;': '"', '&#39;': "'" }
  return text.replace(/&(?:amp|lt|gt|#34|#39);/g, (entity) => entities[entity]!)
}
