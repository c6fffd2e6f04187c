metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'ipv6-only'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of clients. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param clientsNsgName string = 'nsg-clients'

@description('Network security group of servers. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param serversNsgName string = 'nsg-servers'

@description('Tags of the network security groups.')
param tags object = {}

// clients: Clients
resource clientsNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: clientsNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-clients-to-servers-Tcp-443-IPv6-Out'
        properties: {
          description: 'Web application'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '2001:db8:1::/64'
          destinationAddressPrefixes: [
            '2001:db8:2::10/128'
            '2001:db8:2::20/126'
          ]
          access: 'Allow'
          priority: 1196
          direction: 'Outbound'
        }
      }
    ]
  }
}

// servers: Servers
resource serversNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: serversNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-clients-to-servers-Tcp-443-IPv6-In'
        properties: {
          description: 'Web application'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '2001:db8:1::/64'
          destinationAddressPrefixes: [
            '2001:db8:2::10/128'
            '2001:db8:2::20/126'
          ]
          access: 'Allow'
          priority: 2971
          direction: 'Inbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-clients': clientsNsg.id
  'nsg-servers': serversNsg.id
}
