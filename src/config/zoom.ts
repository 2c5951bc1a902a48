import { z } from 'zod'

const address = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''))
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
)

/** What the environment may tell about Zoom. */
export const zoomVariables = {
  ZOOM_ACCOUNT_ID: z.string().optional(),
  ZOOM_CLIENT_ID: z.string().optional(),
  ZOOM_CLIENT_SECRET: z.string().optional(),
  ZOOM_HOSTS: list.optional(),
  ZOOM_API_BASE: address.optional(),
  ZOOM_OAUTH_BASE: address.optional(),
  ZOOM_WEBHOOK_SECRET: list.optional(),
  ZOOM_SIMULATOR_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
}

export const zoomNeeded = [
  'ZOOM_ACCOUNT_ID',
  'ZOOM_CLIENT_ID',
  'ZOOM_CLIENT_SECRET',
  'ZOOM_HOSTS',
  'ZOOM_WEBHOOK_SECRET',
] as const

type Told = z.output<z.ZodObject<typeof zoomVariables>>

/** Where sessions meet: at Zoom or, in demo mode, at what stands in for it, on a port that follows the site's. */
export function zoomConfig(env: Told & { PORT: number }, production: boolean) {
  const port = env.ZOOM_SIMULATOR_PORT ?? env.PORT + (env.PORT > 64_000 ? -901 : 901)
  const simulated = !production && !env.ZOOM_API_BASE
  const here = simulated ? `http://127.0.0.1:${port}` : undefined
  return {
    accountId: env.ZOOM_ACCOUNT_ID ?? 'a demo account',
    clientId: env.ZOOM_CLIENT_ID ?? 'a demo client',
    clientSecret: env.ZOOM_CLIENT_SECRET ?? 'the secret of a demo client',
    /** Users of our account at Zoom. Each can hold one meeting at a time. */
    hosts: env.ZOOM_HOSTS ?? ['one', 'two', 'three', 'four', 'five'].map((name) => `host-${name}@trellis.example`),
    /** With its version, which may be given or left out. */
    apiBase: `${(env.ZOOM_API_BASE ?? here ?? 'https://api.zoom.us').replace(/\/v2$/, '')}/v2`,
    oauthBase: env.ZOOM_OAUTH_BASE ?? here ?? 'https://zoom.us',
    /** The first is the one that Zoom will sign with, all are accepted. */
    webhookSecrets: env.ZOOM_WEBHOOK_SECRET ?? ['the secret of demo events'],
    simulator: simulated ? { port } : undefined,
  }
}
