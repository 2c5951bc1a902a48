import { once } from 'node:events'
import type { Server } from 'node:http'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { config } from '../../src/config.ts'
import type { User } from '../../src/models/index.ts'
import { launchBrowser } from './browser.ts'
import { PASSWORD } from './factories.ts'

/** For every test of a describe: the site at the address that its letters link to, and a real browser in front of it. */
export function openSite() {
  let server: Server
  let browser: Browser

  // To unpack a browser and start it takes long where all cores are at work.
  before(async function () {
    this.timeout(90_000)
    server = createApp().listen(config.port)
    await once(server, 'listening')
    browser = await launchBrowser()
  })

  after(async () => {
    await browser.close()
    server.close()
    server.closeAllConnections()
  })

  const site = {
    origin: config.baseUrl,

    /** A browser with cookies of its own. */
    browse: (options: BrowserContextOptions = {}) => browser.newContext({ baseURL: config.baseUrl, ...options }),

    /** The same for one who has signed in by the form, as a person does. */
    async browseAs(user: User, options: BrowserContextOptions = {}) {
      const context = await site.browse(options)
      const page = await context.newPage()
      await page.goto('/login')
      await page.getByLabel('Email').fill(user.email)
      await page.getByLabel('Password').fill(PASSWORD)
      await page.locator('main').getByRole('button', { name: 'Sign in' }).click()
      await page.waitForURL((url) => url.pathname !== '/login')
      await page.close()
      return context
    },

    /** The first page of a visitor. */
    visit: async (options: BrowserContextOptions = {}) => (await site.browse(options)).newPage(),
  }
  return site
}

export type Site = ReturnType<typeof openSite>
