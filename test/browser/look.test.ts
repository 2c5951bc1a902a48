import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { listenTo, openSite, violations } from '../support/site.ts'

const paths = ['/', '/style', '/nowhere']
const screens = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
] as const

describe('The look, in a browser', () => {
  let site: Awaited<ReturnType<typeof openSite>>
  let browser: Browser
  let origin: string

  before(async () => {
    site = await openSite()
    origin = site.origin
    browser = await launchBrowser()
  })

  after(async () => {
    await browser.close()
    site.close()
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
