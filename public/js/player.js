// Reports how far a video has come, and tells its player where to begin. Without this file a lesson is marked by hand.
// The player speaks Player.js: JSON in messages between windows.
{
  const EVERY = 15_000
  const A_JUMP = 4 // seconds: more than playing fast in a tab in the background leaves out
  const MOST = 300 // ranges in one beat

  const form = document.getElementById('beats')
  const told = { position: Number(form.dataset.position), seen: Number(form.dataset.seen) }
  const seconds = Number(form.dataset.seconds)
  const ahead = form.dataset.now - Date.now() // of our clock, which may be wrong
  let ranges = []
  let position = told.position
  let [from, to] = [] // of the range under way

  const frame = () => document.querySelector('iframe.player')
  const message = (method, value) =>
    JSON.stringify({ context: 'player.js', version: '0.0.11', method, value, listener: 'trellis' })

  // Says nothing that not everybody may know, so it need not wait until it is sure who listens.
  const greet = () => frame()?.contentWindow.postMessage(message('addEventListener', 'ready'), '*')

  const take = () => {
    if (!(to - from >= 1)) return
    ranges.push([Math.floor(from), Math.floor(to)])
    from = Math.floor(to)
  }

  const heard = {
    ready(origin) {
      for (const event of ['timeupdate', 'pause', 'ended']) {
        frame().contentWindow.postMessage(message('addEventListener', event), origin)
      }
      from = to = undefined
      if (position > 0 && position < seconds - 5) {
        frame().contentWindow.postMessage(message('setCurrentTime', position), origin)
      }
    },
    timeupdate(_origin, { seconds: now }) {
      if (!Number.isFinite(now)) return
      if (!(now >= to && now - to < A_JUMP)) {
        take()
        from = now
      }
      position = to = now
    },
    pause: () => beat(),
    async ended() {
      if (to !== undefined && seconds - to < A_JUMP) position = to = seconds
      await beat()
    },
  }

  // What did not arrive goes along with the next.
  const beat = async () => {
    take()
    const sent = ranges.slice(-MOST)
    const where = Math.floor(position)
    if (sent.length === 0 && where === Math.floor(told.position)) return

    ranges = []
    const body = new URLSearchParams(new FormData(form))
    body.set('position', where)
    body.set('ranges', sent.map((range) => range.join('-')).join(','))
    body.set('at', Math.max(0, Math.round(Date.now() + ahead)))
    try {
      const answer = await fetch(form.action, { method: 'POST', body, keepalive: true, redirect: 'manual' })
      if (answer.type !== 'opaqueredirect') throw new Error(answer.status)
      told.position = where
      told.seen += sent.reduce((sum, [one, other]) => sum + other - one, 0)
      if (told.seen >= 0.9 * seconds) form.dispatchEvent(new Event('enough')) // perhaps: the page asks the server
    } catch {
      ranges = [...sent, ...ranges]
    }
  }

  addEventListener('message', ({ source, origin, data }) => {
    if (!frame() || source !== frame().contentWindow || origin !== new URL(frame().src).origin) return
    try {
      const { event, value } = JSON.parse(data)
      if (Object.hasOwn(heard, event)) heard[event](origin, value ?? {})
    } catch {
      // Not every message is meant for us.
    }
  })

  greet()
  frame()?.addEventListener('load', greet)
  setInterval(beat, EVERY)
  addEventListener('pagehide', beat)
  document.addEventListener('visibilitychange', () => document.hidden && beat())
}
