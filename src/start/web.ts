import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'

/** Opens the site. Answers the function that takes no more requests, and waits for those under way. */
export async function listen(app: RequestListener, port: number) {
  const server = createServer(app).listen(port)
  await once(server, 'listening')

  return async () => {
    server.close()
    // A browser keeps its connection for the next request: each is let go as soon as it has its answer.
    const letGo = setInterval(() => server.closeIdleConnections(), 50)
    await once(server, 'close')
    clearInterval(letGo)
  }
}
