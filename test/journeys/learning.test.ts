import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { LessonProgress } from '../../src/models/index.ts'
import { openBunny } from '../support/bunny.ts'
import { createCourse, createLesson, createSection, createVideo } from '../support/course-factories.ts'
import { createUser } from '../support/factories.ts'
import { openSite } from '../support/site.ts'

/** How long the film is that the simulator plays, in seconds. */
const FILM = 20

describe('Somebody finds a course, takes it, learns in it, and says what they think', () => {
  const site = openSite()
  openBunny()

  for (const javaScriptEnabled of [true, false]) {
    it(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
      const tomas = await createUser({ name: 'Tomas', role: 'mentor' })
      const course = await createCourse({ authorId: tomas.id, title: 'Joints that hold', slug: 'joints' })
      const section = await createSection({ courseId: course.id })
      const film = await createLesson({ sectionId: section.id, title: 'Cutting to the line', kind: 'video' })
      await createVideo({ lessonId: film.id, seconds: FILM })
      await createLesson({ sectionId: section.id, title: 'What wood wants' })
      const alice = await createUser({ name: 'Alice Ashby' })
      const page = await (await site.browseAs(alice, { javaScriptEnabled })).newPage()
      const press = (name: string) => page.getByRole('button', { name }).click()

      await page.goto('/courses')
      await page.getByLabel('Words').fill('jonts')
      await press('Show courses')
      await page.getByRole('link', { name: 'Joints that hold' }).click()
      await press('Take this course')
      await page.getByRole('link', { name: 'Cutting to the line' }).first().click()

      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).origin))
      await page.getByRole('link', { name: 'Play' }).click()
      await page.frameLocator('iframe.player').locator('video').waitFor()
      if (javaScriptEnabled) {
        expect(await page.evaluate('document.activeElement.id'), 'where the keyboard goes on').to.equal('_player')
        await watch(page)
      }
      expect([...new Set(asked)], 'nothing but us, and the host of the video').to.have.length(2)
      if (javaScriptEnabled) await page.getByText('You watched it').waitFor()
      else await press('Mark as complete')
      expect(await LessonProgress.count({ where: { learnerId: alice.id, lessonId: film.id } })).to.equal(1)

      await page.getByLabel('Ask or say something').fill('Which saw is that?')
      await press('Post')
      await page.getByText('Which saw is that?').waitFor()

      await page.getByRole('link', { name: 'What wood wants' }).first().click()
      await press('Mark as complete')
      await page.getByText('You marked it').waitFor() // leaving at once would take back what is on its way
      await page.goto('/learn/joints/finished')
      await press('Make the certificate')
      await page.getByRole('link', { name: /certificates\// }).click()
      expect(await page.locator('main').textContent())
        .to.contain('Joints that hold')
        .and.not.contain('Alice')

      await page.goto('/courses/joints')
      await page.getByLabel('4').check()
      await page.getByLabel('Your review').fill('Short, and to the point.')
      await press('Publish your review')
      expect(await page.locator('main').textContent())
        .to.contain('Short, and to the point.')
        .and.contain('Alice A.')
    }).timeout(60_000)
  }
})

/** Really plays it, faster than people would. */
async function watch(page: Page) {
  const video = page.frameLocator('iframe.player').locator('video')
  await video.evaluate(async (element) => {
    const film = element as unknown as { muted: boolean; playbackRate: number; play(): Promise<void> }
    Object.assign(film, { muted: true, playbackRate: 8 })
    await film.play()
  })
  await video.evaluate((element) => new Promise((ended) => element.addEventListener('ended', ended, { once: true })))
}
