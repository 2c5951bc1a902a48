import type { BrowserContext } from 'playwright-core'
import { listenTo, violations } from './site.ts'

/** Opens a page in light and dark. Answers what is wrong with it, the paths it links to, and where it really is. */
export async function look(context: BrowserContext, origin: string, from: string, statuses: number[]) {
  const page = await context.newPage()
  const { hosts, complaints } = listenTo(page)
  await page.emulateMedia({ colorScheme: 'light' })
  const answer = await page.goto(origin + from)
  const path = new URL(page.url()).pathname
  if (!answer?.headers()['content-type']?.startsWith('text/html')) {
    await page.close()
    return { path, links: [], problems: [] }
  }

  const problems = [
    ...(statuses.includes(answer.status()) ? [] : [`answered ${answer.status()}`]),
    ...(await violations(page, 'light')),
  ]
  await page.emulateMedia({ colorScheme: 'dark' })
  problems.push(...(await violations(page, 'dark')).map((violation) => `in the dark, ${violation}`))

  const [width, room] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [number, number]
  if (width > room) problems.push(`is ${width} pixels wide`)
  hosts.delete(origin)
  problems.push(
    ...[...hosts].map((host) => `asks ${host}`),
    ...complaints.filter((text) => !text.startsWith('Failed to load resource: the server responded')),
  )

  const links = (await page.evaluate(
    `[...document.querySelectorAll('a[href^="/"]')].map(({ pathname, search }) => pathname + search)`,
  )) as string[]
  await page.close()
  return { path, links, problems }
}
