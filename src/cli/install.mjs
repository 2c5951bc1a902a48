// Runs before every other command, on whatever Node is at hand; from then on npm finds Node 24 in node_modules/.bin.
import { execSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'

const remembered = 'node_modules/.trellis-lock'
const wanted = hash(readFileSync('package-lock.json'))
const turn = `${tmpdir()}/trellis-install-${hash(process.cwd()).slice(0, 16)}`
const isLinked = lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink()

// A linked folder belongs to whoever linked it: installing would empty it for everybody else.
if (!isLinked && read(remembered) !== wanted) {
  while (!takeTurn()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
  try {
    if (read(remembered) !== wanted) install()
  } finally {
    rmSync(turn, { force: true })
  }
}

function install() {
  try {
    execSync('npm ci --no-audit --no-fund', { stdio: 'inherit' })
    writeFileSync(remembered, wanted)
  } catch {
    console.error('Trellis cannot start: npm could not install what it needs. The lines above say why.')
    process.exitCode = 1
  }
}

/** Two commands may be the first at the same moment, and npm would empty the folder under the other's feet. */
function takeTurn() {
  try {
    writeFileSync(turn, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isRunning(Number(read(turn)))) rmSync(turn, { force: true })
    return false
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex')
}
