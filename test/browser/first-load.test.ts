import { expect } from 'chai'
import { createCourse } from '../support/course-factories.ts'
import { createUser } from '../support/factories.ts'
import { openSite } from '../support/site.ts'

const MOST_BYTES = 64_000
const MOST_REQUESTS = 10
const paths = ['/', '/courses', '/courses/joinery', '/privacy', '/privacy/data-map', '/login']

type Asked = { requestId: string; request: { url: string } }
type Finished = { requestId: string; encodedDataLength: number }

/** A browser without a window asks for no icon by itself. */
const askForIcon = `fetch(document.querySelector('link[rel=icon]').href).then((answer) => answer.text())`
const blocking = `performance.getEntriesByType('resource').filter((entry) => entry.renderBlockingStatus === 'blocking')
  .map(({ name }) => name.replace(/.*\\//, ''))`

describe('The first load of a page, by somebody who has nothing of ours yet', () => {
  const site = openSite()

  for (const path of paths) {
    it(`takes at most 64 kB and ${MOST_REQUESTS} requests on ${path}, and waits for nothing but the stylesheet`, async () => {
      const author = await createUser({ role: 'mentor', name: 'Zoë Núñez' })
      await createCourse({ slug: 'joinery', title: 'Café tables, and how to join them', authorId: author.id })
      for (let n = 0; n < 23; n++) await createCourse({ authorId: author.id })
      const page = await site.visit({ viewport: { width: 1280, height: 900 } })
      const network = await page.context().newCDPSession(page)
      const asked = new Map<string, string>()
      const loaded: Record<string, number> = {}
      network.on('Network.requestWillBeSent', (sent: Asked) => asked.set(sent.requestId, sent.request.url))
      network.on('Network.loadingFinished', ({ requestId, encodedDataLength }: Finished) => {
        loaded[new URL(asked.get(requestId)!).pathname] = encodedDataLength
      })
      await network.send('Network.enable')

      await page.goto(path)
      await page.evaluate(askForIcon)
      await page.waitForLoadState('networkidle')

      const bytes = Object.values(loaded).reduce((sum, size) => sum + size)
      expect(bytes, JSON.stringify(loaded)).to.be.at.most(MOST_BYTES)
      expect(asked, JSON.stringify(loaded)).to.have.property('size').at.most(MOST_REQUESTS)
      expect(await page.evaluate(blocking)).to.deep.equal(['app.css'])
    })
  }
})
