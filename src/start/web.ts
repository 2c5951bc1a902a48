import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'

/** The longest that somebody may take to send a video. Whoever sends anything else has five minutes (bodies.ts). */
const requestTimeout = 6 * 60 * 60 * 1000

/** Opens the site. Answers the function that takes no more requests, and waits for those under way. */
export async function listen(app: RequestListener, port: number) {
  const server = createServer({ requestTimeout }, app).listen(port)
  await once(server, 'listening')

  return async () => {
    server.close()
    // A browser keeps its connection for the next request: each is let go as soon as it has its answer.
    const letGo = setInterval(() => server.closeIdleConnections(), 50)
    await once(server, 'close')
    clearInterval(letGo)
  }
}
