metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'other-protocols'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of vpn-gateway. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param vpnGatewayNsgName string = 'nsg-vpn-gateway'

@description('Tags of the network security groups.')
param tags object = {}

// vpn-gateway: VPN gateway
resource vpnGatewayNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: vpnGatewayNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-branch-gateways-to-vpn-gateway-Esp-In'
        properties: {
          description: 'IPsec tunnels'
          protocol: 'Esp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '203.0.113.64/26'
          destinationAddressPrefix: '203.0.113.1/32'
          access: 'Allow'
          priority: 1835
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-branch-gateways-to-vpn-gateway-Ah-In'
        properties: {
          description: 'IPsec tunnels'
          protocol: 'Ah'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '203.0.113.64/26'
          destinationAddressPrefix: '203.0.113.1/32'
          access: 'Allow'
          priority: 2464
          direction: 'Inbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-vpn-gateway': vpnGatewayNsg.id
}
