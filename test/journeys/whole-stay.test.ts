import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { files } from '../../src/gateways/files.ts'
import { drainQueue } from '../../src/jobs/queue.ts'
import { runJob } from '../../src/jobs/runner.ts'
import { schedule } from '../../src/jobs/schedule.ts'
import { daysAfter } from '../../src/lib/due.ts'
import { whereStands } from '../support/everywhere.ts'
import { PASSWORD } from '../support/factories.ts'
import { mailbox } from '../support/mailbox.ts'
import { openSite } from '../support/site.ts'

const alice = { name: 'Alice Okafor', email: 'alice.okafor@example.com', link: 'https://okafor.example/' }

describe('A whole stay, in a browser', () => {
  const site = openSite()

  for (const javaScriptEnabled of [true, false]) {
    it(`joins, is helped, takes everything and leaves nothing, with JavaScript ${javaScriptEnabled ? 'on' : 'off'} (P15, P19, P24, P28)`, async () => {
      const page = await site.visit({ javaScriptEnabled })

      await join(page)
      await fillProfile(page)
      await askForHelp(page)
      const names = await takeEverything(page)
      expect(names).to.include.members(['index.html', 'manifest.json', 'account/account.json'])
      expect(names.some((name) => name.startsWith('uploads/photo/'))).to.equal(true)
      expect(names.some((name) => name.startsWith('support/conversations/'))).to.equal(true)

      await leave(page)
      expect(await whereStands('Okafor')).to.include('public.users')
      await pass(31)
      const letters = await mailbox()
      expect(letters.at(-1)).to.include({ to: alice.email, subject: 'Your account is deleted' })
      for (const trace of ['Okafor', alice.email, alice.link]) expect(await whereStands(trace), trace).to.deep.equal([])
      expect(await Array.fromAsync(files.list())).to.deep.equal([])
    }).timeout(120_000)
  }
})

async function join(page: Page) {
  await page.goto('/register')
  await page.getByLabel('Name').fill(alice.name)
  await page.getByLabel('Email').fill(alice.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByLabel('To learn').check()
  await page.getByLabel('I am 16 or older').check()
  await page.getByLabel('I agree to the terms').check()
  await page.getByRole('button', { name: 'Make my account' }).click()
  await page.waitForURL('**/register/sent')

  await page.goto(await linkIn('Confirm'))
  await page.getByRole('button', { name: 'This is my address' }).click()
  await page.waitForURL('**/login')
  await page.getByLabel('Email').fill(alice.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.locator('main').getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/settings/profile')
}

async function fillProfile(page: Page) {
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: 'teal' } })
  const buffer = await picture
    .withExif({ IFD0: { Artist: alice.name } })
    .jpeg()
    .toBuffer()
  await page.getByLabel('Photo').setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer })
  await page.getByLabel('About you').fill(`I am ${alice.name} and I like joints that hold.`)
  await page.getByLabel('Links').fill(alice.link)
  await page.getByRole('button', { name: 'Save my profile' }).click()
  await page.getByRole('button', { name: 'Take my photo away' }).waitFor()
}

async function askForHelp(page: Page) {
  await page.goto('/support/new')
  await page.getByLabel('What is it about?').selectOption('general')
  await page.getByLabel('Subject').fill('No sound')
  await page.getByLabel('Your question').fill(`I hear nothing. Write to ${alice.email}, says Alice Okafor.`)
  await page
    .getByLabel('Files')
    .setInputFiles({ name: 'okafor.txt', mimeType: 'text/plain', buffer: Buffer.from('Okafor') })
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('heading', { name: 'No sound' }).waitFor()
}

/** Answers the names of the files in the ZIP that arrived. */
async function takeEverything(page: Page) {
  await page.goto('/settings/privacy')
  await page.getByRole('button', { name: 'Pack everything for me' }).click()
  await confirm(page)
  if (!/\/exports\//.test(page.url())) await page.getByRole('button', { name: 'Pack everything for me' }).click()
  await page.waitForURL('**/exports/*')

  await page.goto(await linkIn('Your data is ready'))
  const arrives = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Fetch it' }).click()
  const zip = await readFile(await (await arrives).path())
  return Object.keys(unzipSync(zip)).map((name) => name.replace(/^[^/]*\//, ''))
}

async function leave(page: Page) {
  await page.goto('/settings/delete')
  await confirm(page)
  await page.getByLabel('Delete it').check()
  await page.getByLabel('Your password').fill(PASSWORD)
  await page.getByLabel('Type DELETE').fill('DELETE')
  await page.getByRole('button', { name: 'Delete my account' }).click()
  await page.getByRole('heading', { name: 'Goodbye for now' }).waitFor()
}

/** The step-up asks for the password, unless it was typed a moment ago. */
async function confirm(page: Page) {
  if (!page.url().includes('/confirm')) return
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'It is me' }).click()
  await page.waitForURL((url) => url.pathname !== '/confirm')
}

async function pass(days: number) {
  const job = schedule.find(({ name }) => name === 'erase-due-accounts')!
  await runJob(job, new Date(), { now: daysAfter(new Date(), days) })
  await drainQueue()
}

/** The first link of the newest letter about something. */
async function linkIn(subject: string) {
  await drainQueue()
  const letter = (await mailbox()).findLast((letter) => letter.subject.includes(subject))
  if (!letter) throw new Error(`No letter about ${subject}: ${(await mailbox()).map(({ subject }) => subject)}`)
  return letter.links[0]!
}
