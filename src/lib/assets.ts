import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const root = resolve(import.meta.dirname, '../..')
const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const compressible = ['.css', '.js', '.svg']

export interface Asset {
  type: string
  hash: string
  plain: Buffer
  packed?: (encoding: Encoding) => Buffer
}

const pack = { br: brotliCompressSync, gzip: gzipSync }
export type Encoding = keyof typeof pack

/** Every file that a page may ask for, by its path, read once at start. */
export const assets = new Map<string, Asset>()

for (const path of ['images', 'fonts', 'js'].flatMap(filesIn)) add(path, read(path))
add('/js/htmx.min.js', readFileSync(resolve(root, 'node_modules/htmx.org/dist/htmx.min.js')))
add('/js/tus.min.js', readFileSync(resolve(root, 'node_modules/tus-js-client/dist/tus.min.js')))
add('/css/app.css', Buffer.from(stylesheet('/css/app.css')))

/** The address of a file. It changes with the content, so browsers may keep what is there for ever. */
export function asset(path: string): string {
  const found = assets.get(path)
  if (!found) throw new Error(`There is no file ${path} in public`)
  return `/assets/${found.hash}${path}`
}

function add(path: string, plain: Buffer) {
  const type = types[extname(path)]
  if (!type) return

  const hash = createHash('sha256').update(plain).digest('hex').slice(0, 12)
  assets.set(path, { type, hash, plain, ...(compressible.includes(extname(path)) && { packed: packer(plain) }) })
}

/** Packs when it is first asked to: a command that sends no file does not wait a quarter of a second for all of them. */
function packer(plain: Buffer) {
  const packed: Partial<Record<Encoding, Buffer>> = {}
  return (encoding: Encoding) => {
    packed[encoding] ??= pack[encoding](plain)
    return packed[encoding]
  }
}

/** One stylesheet out of many: every import stands in its place and layer, every address carries its hash. */
function stylesheet(path: string): string {
  return read(path)
    .toString()
    .replace(/@import url\("(.+?)"\) layer\((\w+)\);/g, (_, part, layer) => `@layer ${layer} {\n${read(part)}}`)
    .replace(/url\("(\/[^#"]+)/g, (_, address) => `url("${asset(address)}`)
}

function filesIn(folder: string) {
  return readdirSync(resolve(root, 'public', folder)).map((name) => `/${folder}/${name}`)
}

function read(path: string) {
  return readFileSync(resolve(root, `public${path}`))
}
