import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from '../../src/app.ts'
import { html, type Visitor } from './visitor.ts'

/** A form with a file, of which only half arrives: the browser goes away in the middle, as soon as `seen` says so. */
export async function cutOff(browser: Visitor, page: string, half: Buffer, seen: () => Promise<boolean>) {
  const shown = await browser.visit(page)
  const server = createServer(createApp()).listen(0, '127.0.0.1')
  await once(server, 'listening')

  const post = request({
    port: (server.address() as AddressInfo).port,
    path: page,
    method: 'POST',
    headers: {
      Cookie: String(shown.request.req.getHeader('Cookie')),
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'multipart/form-data; boundary=x',
    },
  })
  post.on('error', () => {})
  post.write(field('_csrf', String(html(shown)('[name=_csrf]').first().val())))
  post.write(`${beginningOf('video')}\r\n`)
  post.write(half)
  while (!(await seen()));
  post.destroy()
  server.close()
  server.closeAllConnections()
}

export const field = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

export const beginningOf = (name: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"; filename="a.webm"\r\n`
