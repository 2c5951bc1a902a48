import { isIPv6 } from 'node:net'
import Bowser from 'bowser'
import type { Request } from 'express'

export type Client = { browser: string | null; os: string | null }
export type Device = Client & { ip: string }

/** The browser and system a request says it comes from, in words a person knows (P04). Never the whole header. */
export function clientOf(req: Request): Client {
  const agent = req.get('User-Agent')?.slice(0, 512)
  if (!agent) return { browser: null, os: null }

  const { browser, os } = Bowser.parse(agent)
  return { browser: named(browser.name, browser.version), os: named(os.name, os.versionName ?? os.version) }
}

const browsers = ['Chrome', 'Chromium', 'Firefox', 'Microsoft Edge', 'Opera', 'Safari', 'Samsung Internet for Android']
const systems = ['Android', 'Chrome OS', 'iOS', 'Linux', 'macOS', 'Windows']
const families = new Map<string, Client>()
const MOST_FAMILIES = 500

/**
 * Browser and system without versions, out of short lists: enough for sums, too little to know anyone by. A crawler, and
 * whatever else we do not know, has no browser. Each header is taken apart once, which takes longer than it may each time.
 */
export function familyOf(req: Pick<Request, 'get'>): Client {
  const agent = req.get('User-Agent')?.slice(0, 512) ?? ''
  const family = families.get(agent) ?? familyIn(agent)
  if (families.size >= MOST_FAMILIES) families.clear()
  families.set(agent, family)
  return family
}

/** Where no system is named, it is a program that only calls itself a browser. */
function familyIn(agent: string): Client {
  const { browser, os } = agent ? Bowser.parse(agent) : { browser: {}, os: {} }
  const oneOf = (list: string[], { name }: { name?: string }) => list.find((known) => known === name) ?? null
  return { browser: os.name ? oneOf(browsers, browser) : null, os: oneOf(systems, os) }
}

/** The same and the address it comes from: only to spot a sign-in that is not its owner's (P04). */
export function deviceOf(req: Request): Device {
  return { ip: req.ip!, ...clientOf(req) }
}

/** The network an address belongs to: all we look at to tell whether a place is new. */
export function placeOf(ip: string) {
  const address = unmapped(ip)
  return isIPv6(address) ? networkOf(address, 3) : `${address.split('.').slice(0, 3).join('.')}.0/24`
}

/** Who is behind an address: in IPv6 one customer has a whole network, and may come from any of its 2^64 addresses. */
export function customerOf(ip: string) {
  const address = unmapped(ip)
  return isIPv6(address) ? networkOf(address, 4) : address
}

/** What a server that listens on IPv6 calls an address of IPv4. */
function unmapped(ip: string) {
  return ip.replace(/^::ffff:/, '')
}

function networkOf(ip: string, length: number) {
  const [head = '', tail = ''] = ip.split('::')
  const [left, right] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)]
  const groups = [...left, ...Array(8 - left.length - right.length).fill('0'), ...right]
  return `${groups.slice(0, length).join(':')}::/${length * 16}`
}

function named(name?: string, version?: string) {
  if (!name) return null
  return [name, version?.split('.').slice(0, 2).join('.')].filter(Boolean).join(' ').slice(0, 60)
}
