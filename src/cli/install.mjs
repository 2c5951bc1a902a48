// Runs before every other command, on whatever Node is at hand; from then on npm finds Node 24 in node_modules/.bin.
import { execSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'

const remembered = 'node_modules/.trellis-lock'
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const isLinked = lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink()

// A linked folder belongs to whoever linked it: installing would empty it for everybody else.
if (!isLinked && installed() !== wanted) {
  try {
    execSync('npm ci --no-audit --no-fund', { stdio: 'inherit' })
    writeFileSync(remembered, wanted)
  } catch {
    console.error('Trellis cannot start: npm could not install what it needs. The lines above say why.')
    process.exit(1)
  }
}

function installed() {
  return existsSync(remembered) ? readFileSync(remembered, 'utf8') : undefined
}
