import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { config } from '../../src/config.ts'
import type { User } from '../../src/models/index.ts'
import { PASSWORD } from './factories.ts'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

/** The site at the address that its letters link to, for a real browser. */
export async function openSite() {
  const server = createApp().listen(config.port)
  await once(server, 'listening')

  return {
    origin: config.baseUrl,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** What the pages ask for from now on, and what the browser complains about: a policy, or a script that failed. */
export function listenTo(page: Page) {
  const hosts = new Set<string>()
  const complaints: string[] = []
  page.on('request', (request) => hosts.add(new URL(request.url()).origin))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const expected = message.location().url.endsWith('/nowhere')
    if (message.type() === 'error' && !expected) complaints.push(message.text())
  })
  return { hosts, complaints }
}

/** What axe-core finds. The dark changes colours, nothing else, so only those are looked at again. */
export async function violations(page: Page, colorScheme: 'light' | 'dark') {
  const rules = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {}
  await page.evaluate(axe)
  const found = (await page.evaluate(`axe.run(${JSON.stringify({ preload: false, ...rules })})`)) as AxeResults
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)
}

/** Signs in by the form, as a person does. */
export async function signInAs(user: User, context: BrowserContext, origin: string) {
  const page = await context.newPage()
  await page.goto(`${origin}/login`)
  await page.getByLabel('Email').fill(user.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.locator('main').getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/login')
  await page.close()
}
