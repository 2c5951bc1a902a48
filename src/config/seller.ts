import { z } from 'zod'

/** Who sells here, as the law wants it on an invoice. */
export const sellerVariables = {
  SELLER_NAME: z.string().min(1).max(200).optional(),
  SELLER_ADDRESS: z.string().min(1).max(500).optional(),
  SELLER_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, 'it is two capital letters')
    .optional(),
  SELLER_VAT_ID: z
    .string()
    .regex(/^[A-Z]{2}[A-Z0-9]{2,13}$/, 'it begins with two capital letters')
    .optional(),
}

export const neededToSell = ['SELLER_NAME', 'SELLER_ADDRESS', 'SELLER_COUNTRY', 'SELLER_VAT_ID'] as const

type Told = z.output<z.ZodObject<typeof sellerVariables>>

/** In a demo nobody sells anything, from a street that is nowhere. The parts of an address are kept apart by commas. */
export function sellerConfig(env: Told & { SITE_NAME: string }) {
  return {
    name: env.SELLER_NAME ?? `${env.SITE_NAME} GmbH`,
    address: env.SELLER_ADDRESS ?? 'Spalierweg 1, 10115 Berlin',
    country: env.SELLER_COUNTRY ?? 'DE',
    vatId: env.SELLER_VAT_ID ?? 'DE123456788',
  }
}
