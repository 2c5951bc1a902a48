import { expect } from 'chai'
import { listenTo, overflow, violations } from '../support/page-checks.ts'
import { openSite } from '../support/site.ts'

const paths = ['/', '/style', '/nowhere']
const screens = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
] as const

describe('The look, in a browser', () => {
  const site = openSite()

  for (const { width, colorScheme } of screens) {
    for (const path of paths) {
      it(`reads well for everyone on ${path} at ${width} pixels, ${colorScheme}, and asks nobody else (P05)`, async () => {
        const page = await site.visit({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' })
        const { hosts, complaints } = listenTo(page)
        await page.goto(path)

        expect(await violations(page, colorScheme)).to.deep.equal([])
        expect(await overflow(page)).to.equal(0)
        expect([...hosts]).to.deep.equal([site.origin])
        expect(complaints).to.deep.equal([])
      }).timeout(60_000)
    }
  }

  it('leads the keyboard to what is wrong, and past the header to the content', async () => {
    const page = await site.visit()
    await page.goto('/style')
    expect(await page.evaluate('document.activeElement.className')).to.include('error-summary')

    await page.goto('/')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).to.equal('content')
  })

  it('shows times in the zone of who reads them', async () => {
    const page = await site.visit({ timezoneId: 'Asia/Tokyo' })
    await page.goto('/style')

    expect(await page.locator('#time time').first().textContent()).to.equal('12 November 2026, 19:04')
  })

  it('says so where an answer never arrives', async () => {
    const page = await site.visit()
    await page.goto('/')
    await page.route('**/gone', (route) => route.abort())
    await page.evaluate(`htmx.ajax('GET', '/gone', '#content')`)

    expect(await page.locator('#flash').textContent()).to.include('Please load it again')
  })

  it('prints what is read and leaves out what is clicked', async () => {
    const page = await site.visit()
    await page.emulateMedia({ media: 'print' })
    await page.goto('/')

    expect(await page.locator('h1').isVisible()).to.equal(true)
    expect(await page.locator('nav[aria-label=Main]').isVisible()).to.equal(false)
  })
})
