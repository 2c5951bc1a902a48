import { z } from 'zod'

/** What the environment may tell about where uploads and exports are kept. */
export const filesVariables = {
  FILES_DRIVER: z.enum(['disk', 's3']).default('disk'),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
}

export function filesConfig(env: z.output<z.ZodObject<typeof filesVariables>>) {
  return {
    driver: env.FILES_DRIVER,
    s3: {
      bucket: env.S3_BUCKET,
      region: env.S3_REGION,
      endpoint: env.S3_ENDPOINT,
      accessKey: env.S3_ACCESS_KEY,
      secretKey: env.S3_SECRET_KEY,
    },
  }
}
