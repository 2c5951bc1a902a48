/** Companies outside ours that are handed something about a person (P10–P13). A column can only name one of these. */
export const processors = {
  stripe: {
    name: 'Stripe',
    does: 'takes the payments',
    where: 'Ireland and the United States',
    policy: 'https://stripe.com/privacy',
  },
  zoom: {
    name: 'Zoom',
    does: 'holds the live sessions',
    where: 'the European Union and the United States',
    policy: 'https://www.zoom.com/en/trust/privacy/privacy-statement/',
  },
  bunny: {
    name: 'Bunny',
    does: 'delivers the videos and never learns who watches',
    where: 'Slovenia',
    policy: 'https://bunny.net/privacy/',
  },
  mail: {
    name: 'our email provider',
    does: 'delivers our letters, and so sees the address and the words',
    where: 'the European Union',
    policy: '/privacy#mail-provider',
  },
} as const

export type Processor = keyof typeof processors

declare const handedTo: unique symbol

/** A value that has passed the gate on its way to this company. Only the disclosure service makes one. */
export type For<P extends Processor, Value> = Value extends null ? Value : Value & { readonly [handedTo]: P }
