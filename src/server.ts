import { createApp } from './app.ts'
import { config } from './config.ts'
import { closeDatabase, openDatabase } from './db/database.ts'
import { storage } from './gateways/files.ts'
import { startQueue } from './jobs/queue.ts'
import { startJobs } from './jobs/runner.ts'
import { atMost } from './lib/at-most.ts'
import { reportError } from './lib/report-error.ts'
import { replayLedger } from './services/privacy/erasure/replay.ts'
import { flushUsage } from './services/usage/note-usage.ts'
import { openBunny } from './start/bunny.ts'
import { explain } from './start/explain.ts'
import { openInbox } from './start/inbox.ts'
import { needPorts } from './start/ports.ts'
import { openStripe } from './start/stripe.ts'
import { listen } from './start/web.ts'
import { welcome } from './start/welcome.ts'
import { openZoom } from './start/zoom.ts'

const SECONDS_TO_FINISH = 20

/** Everything that runs, to be stopped in the reverse order. */
const house = new AsyncDisposableStack()
const started = start().catch(giveUp)
let stopping = false

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)

// The queue lets a refusal go unheard when PostgreSQL leaves in the middle of a task. That must not end everything else.
process.on('unhandledRejection', (error) => reportError(error))

/** npm start: the database, the inbox of demo mode, the site, the jobs. */
async function start() {
  await needPorts({ PORT: config.port, MAIL_WEB_PORT: config.inbox?.web, MAIL_SMTP_PORT: config.inbox?.smtp })
  house.defer(closeDatabase)
  await openDatabase()
  await storage()
  await replayLedger(new Date())
  if (config.inbox) house.defer(await openInbox(config.inbox))
  if (config.bunny.simulator) house.defer(await openBunny(config.bunny.simulator))
  if (config.zoom.simulator) house.defer(await openZoom(config.zoom.simulator))
  if (config.stripe.simulator) house.defer(await openStripe(config.stripe.simulator))
  if (config.demoWorld) {
    const { seedDemoWorld } = await import('../seeders/demo-world.ts')
    await seedDemoWorld({ atStripe: config.stripe.simulator !== undefined })
  }

  const ends = [await listen(createApp(), config.port), startJobs(), await startQueue()]
  house.defer(flushUsage)
  house.defer(() => atMost(SECONDS_TO_FINISH, Promise.all(ends.map((end) => end()))))
  console.log(welcome())
}

/** A signal may come twice, by the terminal and by npm, and while we are still starting. The second one waits too. */
function stop() {
  if (stopping) return
  stopping = true
  started
    .then(() => house.disposeAsync())
    .then(() => process.exit(0))
    .catch(giveUp)
}

async function giveUp(error: unknown): Promise<never> {
  explain(error)
  await house.disposeAsync().catch(() => {})
  process.exit(1)
}
