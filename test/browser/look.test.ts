import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AxeResults } from 'axe-core'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { launchBrowser } from '../support/browser.ts'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

const paths = ['/', '/style', '/nowhere']
const screens = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
] as const

describe('The look, in a browser', () => {
  let server: Server
  let browser: Browser
  let origin: string

  before(async () => {
    server = createApp().listen(0)
    await once(server, 'listening')
    origin = `http://localhost:${(server.address() as AddressInfo).port}`
    browser = await launchBrowser()
  })

  after(async () => {
    await browser.close()
    server.close()
    server.closeAllConnections()
  })

  for (const { width, colorScheme } of screens) {
    for (const path of paths) {
      it(`reads well for everyone on ${path} at ${width} pixels, ${colorScheme}, and asks nobody else (P05)`, async () => {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' })
        const { hosts, complaints } = listenTo(page)
        await page.goto(origin + path)

        expect(await violations(page, colorScheme)).to.deep.equal([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).to.be.at.most(width)
        expect([...hosts]).to.deep.equal([origin])
        expect(complaints).to.deep.equal([])
        await page.close()
      }).timeout(60_000)
    }
  }

  it('leads the keyboard to what is wrong, and past the header to the content', async () => {
    const page = await browser.newPage()
    await page.goto(`${origin}/style`)
    expect(await page.evaluate('document.activeElement.className')).to.include('error-summary')

    await page.goto(origin)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).to.equal('content')
    await page.close()
  })

  it('shows times in the zone of who reads them', async () => {
    const page = await browser.newPage({ timezoneId: 'Asia/Tokyo' })
    await page.goto(`${origin}/style`)

    expect(await page.locator('#time time').first().textContent()).to.equal('12 November 2026, 19:04')
    await page.close()
  })

  it('says so where an answer never arrives', async () => {
    const page = await browser.newPage()
    await page.goto(origin)
    await page.route('**/gone', (route) => route.abort())
    await page.evaluate(`htmx.ajax('GET', '/gone', '#content')`)

    expect(await page.locator('#flash').textContent()).to.include('Please load it again')
    await page.close()
  })

  it('prints what is read and leaves out what is clicked', async () => {
    const page = await browser.newPage()
    await page.emulateMedia({ media: 'print' })
    await page.goto(origin)

    expect(await page.locator('h1').isVisible()).to.equal(true)
    expect(await page.locator('nav[aria-label=Main]').isVisible()).to.equal(false)
    await page.close()
  })
})

function listenTo(page: Page) {
  const hosts = new Set<string>()
  const complaints: string[] = [] // of the Content-Security-Policy, or of a script that failed
  page.on('request', (request) => hosts.add(new URL(request.url()).origin))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const expected = message.location().url.endsWith('/nowhere')
    if (message.type() === 'error' && !expected) complaints.push(message.text())
  })
  return { hosts, complaints }
}

async function violations(page: Page, colorScheme: 'light' | 'dark') {
  const rules = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {} // the dark changes colours, nothing else
  await page.evaluate(axe)
  const found = (await page.evaluate(`axe.run(${JSON.stringify({ preload: false, ...rules })})`)) as AxeResults
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)
}
