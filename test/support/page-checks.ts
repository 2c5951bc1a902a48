import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

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
export async function violations(page: Page, colorScheme: 'light' | 'dark' = 'light') {
  const rules = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {}
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe)
  const options = JSON.stringify({ preload: false, resultTypes: ['violations'], ...rules })
  const found = await page.evaluate(`axe.run(${options}).then(({ violations }) => violations)`)
  return (found as AxeResults['violations']).map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)
}

/** How much wider the page is than its window, in pixels. */
export async function overflow(page: Page) {
  return (await page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)')) as number
}
