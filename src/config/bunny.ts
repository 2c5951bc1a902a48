import { z } from 'zod'

const address = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''))

/** What the environment may tell about Bunny. */
export const bunnyVariables = {
  BUNNY_LIBRARY_ID: z.string().regex(/^\d+$/, 'it is a number').optional(),
  BUNNY_API_KEY: z.string().optional(),
  BUNNY_TOKEN_KEY: z.string().optional(),
  BUNNY_API_BASE: address.optional(),
  BUNNY_EMBED_BASE: address.optional(),
  BUNNY_CDN_BASE: address.optional(),
  VIDEO_MOST_BYTES: z.coerce
    .number()
    .int()
    .min(1)
    .default(2 * 1024 ** 3),
  BUNNY_SIMULATOR_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
}

type Told = z.output<z.ZodObject<typeof bunnyVariables>>

/** Where the videos are: at Bunny or, in demo mode, at what stands in for it, on a port that follows the site's. */
export function bunnyConfig(env: Told & { PORT: number }, production: boolean) {
  const port = env.BUNNY_SIMULATOR_PORT ?? env.PORT + (env.PORT > 64_000 ? -900 : 900)
  const simulated = !production && !env.BUNNY_API_BASE
  const here = simulated ? `http://127.0.0.1:${port}` : undefined
  return {
    libraryId: env.BUNNY_LIBRARY_ID ?? '1',
    apiKey: env.BUNNY_API_KEY ?? 'the key of a demo library',
    tokenKey: env.BUNNY_TOKEN_KEY ?? 'the key of a demo token',
    apiBase: env.BUNNY_API_BASE ?? here ?? 'https://video.bunnycdn.com',
    embedBase: env.BUNNY_EMBED_BASE ?? here ?? 'https://iframe.mediadelivery.net',
    /** The pull zone of the library. Without it there is no link to the bare film. */
    cdnBase: env.BUNNY_CDN_BASE ?? here,
    /** How large a video may be that somebody sends. */
    mostBytes: env.VIDEO_MOST_BYTES,
    simulator: simulated ? { port } : undefined,
  }
}
