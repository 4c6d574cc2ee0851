import { BlockList, isIP } from 'node:net'

/**
 * What is not the public internet, after IANA's registries of special-purpose addresses (RFC 6890): this host, private
 * and shared networks, link-local with the clouds' metadata services, documentation, multicast, reserved.
 */
const SPECIAL_IPV4 = blocked('ipv4', [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
])
// Tunnels and translations (64:ff9b, 2002, Teredo in 2001::/23) carry an IPv4 address within, so they go too.
const SPECIAL_IPV6 = blocked('ipv6', [
  ...['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16'],
  ...['3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
])

/** Whether an IP address (not a name) belongs to the public internet. */
export function isPublic(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !SPECIAL_IPV4.check(address, 'ipv4')
    case 6:
      // The first list also knows the IPv4 addresses that IPv6 can write: ::ffff:127.0.0.1.
      return !SPECIAL_IPV6.check(address, 'ipv6') && !SPECIAL_IPV4.check(address, 'ipv6')
    default:
      return false
  }
}

function blocked(family: 'ipv4' | 'ipv6', ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', bits] = range.split('/')
    list.addSubnet(network, Number(bits), family)
  }
  return list
}
