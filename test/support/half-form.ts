import { once } from 'node:events'
import { connect } from 'node:net'

/** Sends half of the form to sign in, and answers the function that sends the rest and reads what comes back. */
export async function beginForm(site: string) {
  const page = await fetch(`${site}/login`)
  const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())![1]
  const headers = {
    Host: 'localhost',
    Cookie: page.headers.getSetCookie()[0]!.split(';')[0],
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': `_csrf=${token}&email=nobody`.length,
    Expect: '100-continue',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const socket = connect(Number(new URL(site).port), '127.0.0.1')
  socket.write(`POST /login HTTP/1.1\r\n${lines.join('')}\r\n_csrf=${token}&email=`)
  await once(socket, 'data') // the server has begun to read it

  return async () => {
    socket.write('nobody')
    const [data] = await once(socket, 'data')
    return String(data)
  }
}
