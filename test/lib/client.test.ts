import { expect } from 'chai'
import { customerOf, placeOf } from '../../src/lib/client.ts'

describe('The network of an address', () => {
  it('is the neighbourhood where a sign-in counts as from a known place', () => {
    expect(placeOf('203.0.113.7')).to.equal('203.0.113.0/24')
    expect(placeOf('::ffff:203.0.113.7')).to.equal('203.0.113.0/24')
    expect(placeOf('2001:db8:1:2::7')).to.equal('2001:db8:1::/48')
    expect(placeOf('::1')).to.equal('0:0:0::/48')
  })

  it('is one customer, who may come from any address of their IPv6 network', () => {
    expect(customerOf('2001:db8:1:2::7')).to.equal(customerOf('2001:db8:1:2:ffff:1:2:3'))
    expect(customerOf('2001:db8:1:2::7')).not.to.equal(customerOf('2001:db8:1:3::7'))
    expect(customerOf('::ffff:203.0.113.7')).to.equal('203.0.113.7')
    expect(customerOf('203.0.113.7')).not.to.equal(customerOf('203.0.113.8'))
  })
})
