import { z } from 'zod'

/** What the environment may tell about Stripe. */
export const stripeVariables = {
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_API_BASE: z
    .url({ protocol: /^https?$/ })
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  PAYOUTS: z.enum(['on', 'off']).optional(),
  STRIPE_SIMULATOR_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
}

type Told = z.output<z.ZodObject<typeof stripeVariables>>

/** Where people pay: at Stripe or, in demo mode, at what stands in for it, on a port that follows the site's. */
export function stripeConfig(env: Told & { PORT: number }, production: boolean) {
  const port = env.STRIPE_SIMULATOR_PORT ?? env.PORT + (env.PORT > 64_000 ? -902 : 902)
  const simulated = !production && !env.STRIPE_API_BASE
  const here = env.STRIPE_API_BASE ?? (simulated ? `http://127.0.0.1:${port}` : undefined)
  const secrets = (env.STRIPE_WEBHOOK_SECRET ?? 'whsec_of_a_demo').split(',').map((secret) => secret.trim())
  return {
    secretKey: env.STRIPE_SECRET_KEY ?? 'sk_test_of_a_demo',
    /** Each signs what one endpoint is sent; two of one while it changes. */
    webhookSecrets: secrets.filter(Boolean),
    /** Off until somebody says so where it is about real money. */
    payouts: (env.PAYOUTS ?? (production ? 'off' : 'on')) === 'on',
    apiBase: here ?? 'https://api.stripe.com',
    ...origins(here),
    simulator: simulated ? { port } : undefined,
  }
}

/** Where browsers are sent to pay, and mentors to say where they are paid. */
export function origins(standIn?: string) {
  return {
    checkoutOrigin: standIn ? new URL(standIn).origin : 'https://checkout.stripe.com',
    connectOrigin: standIn ? new URL(standIn).origin : 'https://connect.stripe.com',
  }
}
