metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'any-address'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of web-servers. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param webServersNsgName string = 'nsg-web-servers'

@description('Tags of the network security groups.')
param tags object = {}

// web-servers: Web servers
resource webServersNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: webServersNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-internet-to-web-servers-Tcp-443-In'
        properties: {
          description: 'Public web site'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '*'
          destinationAddressPrefix: '198.51.100.0/28'
          access: 'Allow'
          priority: 3870
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-internet-to-web-servers-Tcp-443-IPv6-In'
        properties: {
          description: 'Public web site'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '*'
          destinationAddressPrefix: '2001:db8:80::/64'
          access: 'Allow'
          priority: 1058
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-web-servers-to-ipv4-internet-Udp-123-Out'
        properties: {
          description: 'Time'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '123'
          sourceAddressPrefix: '198.51.100.0/28'
          destinationAddressPrefix: '0.0.0.0/0'
          access: 'Allow'
          priority: 3981
          direction: 'Outbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-web-servers': webServersNsg.id
}
