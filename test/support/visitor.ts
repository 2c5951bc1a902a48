import { Agent, createServer } from 'node:http'
import { load } from 'cheerio'
import request from 'supertest'
import { createApp } from '../../src/app.ts'
import type { User } from '../../src/models/index.ts'
import { PASSWORD } from './factories.ts'

/** Listens as long as the process has something else to do. Connections are kept, as those of browsers are. */
const server = createServer({ keepAliveTimeout: 0 }, createApp()).listen(0, '127.0.0.1').unref()
server.on('connection', (socket) => socket.unref())
const connections = new Agent({ keepAlive: true })

export const htmx = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }
export const html = (response: { text: string }) => load(response.text)

/** What a file input holds. */
export type Upload = { name: string; bytes: Buffer; type?: string }

/** A browser with cookies of its own, which says where its requests come from as real ones do. */
export function visitor() {
  const agent = request
    .agent(server)
    .use((asked: request.Test) => asked.agent(connections))
    .set({ 'Sec-Fetch-Site': 'same-origin', 'Accept-Encoding': 'identity' })

  return {
    visit: (path: string) => agent.get(path),

    /** Submits a form as it was shown: with the token that stands on the page it is on. */
    async submit(path: string, fields: object = {}, { from = '/login', headers = {} } = {}) {
      const _csrf = await tokenOn(from)
      return agent
        .post(path)
        .type('form')
        .set(headers)
        .send({ _csrf, ...fields })
    },

    /** The same for a form with files. */
    async upload(path: string, fields: Record<string, string>, files: Record<string, Upload[]>, from = '/login') {
      const post = agent.post(path).field({ _csrf: String(await tokenOn(from)), ...fields })
      for (const [field, uploads] of Object.entries(files)) {
        for (const { name, bytes, type } of uploads) post.attach(field, bytes, { filename: name, contentType: type })
      }
      return post
    },
    agent,
  }

  async function tokenOn(page: string) {
    return html(await agent.get(page))('[name=_csrf]')
      .first()
      .val()
  }
}

export type Visitor = ReturnType<typeof visitor>

/** A visitor who has signed in by the form, as a person does. */
export async function signedIn(user: User) {
  const browser = visitor()
  const response = await browser.submit('/login', { email: user.email, password: PASSWORD })
  if (response.status !== 303) throw new Error(`Signing in was answered with ${response.status}`)
  return browser
}
