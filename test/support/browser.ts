import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inflate } from '@sparticuz/chromium'
import { chromium } from 'playwright-core'

const home = path.resolve('node_modules/.cache/chromium')
const packed = path.resolve('node_modules/@sparticuz/chromium/bin')
let unpacking: Promise<void> | undefined

/**
 * A real Chromium out of npm, with the libraries and fonts that came with it: nothing of the machine's is needed.
 * Its package would also switch off what a browser protects people with; here it behaves as theirs does.
 */
export async function launchBrowser() {
  unpacking ??= existsSync(home) ? Promise.resolve() : unpack()
  await unpacking

  return chromium.launch({
    executablePath: `${home}/chromium`,
    args: ['--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: `${home}/al2023/lib`,
      FONTCONFIG_PATH: `${home}/fonts`,
      XDG_CACHE_HOME: `${home}/cache`,
    },
  })
}

/** Several test files may do this at the same moment: each unpacks its own, and the first to be done is kept. */
async function unpack() {
  const draft = `${home}-${process.pid}`
  const before = process.env.TMPDIR
  await mkdir(draft, { recursive: true })
  process.env.TMPDIR = draft // where the package unpacks to

  const parts = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']
  await Promise.all(parts.map((part) => inflate(`${packed}/${part}`)))

  // The one that came along looks for fonts where they are on another machine; without any, the first input crashes it.
  const fonts = `<dir prefix="relative">fonts</dir><cachedir prefix="xdg">fonts</cachedir>`
  await writeFile(`${draft}/fonts/fonts.conf`, `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>`)

  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  await rename(draft, home).catch(() => rm(draft, { recursive: true }))
}
