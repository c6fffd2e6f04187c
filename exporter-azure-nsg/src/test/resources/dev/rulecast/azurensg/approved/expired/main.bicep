metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'expired'
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
        name: 'Allow-clients-to-servers-Tcp-8082-Out'
        properties: {
          description: 'Needed today'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8082'
          sourceAddressPrefix: '10.15.0.0/24'
          destinationAddressPrefix: '10.15.1.10/32'
          access: 'Allow'
          priority: 1416
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-clients-to-servers-Tcp-8083-Out'
        properties: {
          description: 'Needed for long'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8083'
          sourceAddressPrefix: '10.15.0.0/24'
          destinationAddressPrefix: '10.15.1.10/32'
          access: 'Allow'
          priority: 3665
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
        name: 'Allow-clients-to-servers-Tcp-8082-In'
        properties: {
          description: 'Needed today'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8082'
          sourceAddressPrefix: '10.15.0.0/24'
          destinationAddressPrefix: '10.15.1.10/32'
          access: 'Allow'
          priority: 3594
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-clients-to-servers-Tcp-8083-In'
        properties: {
          description: 'Needed for long'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8083'
          sourceAddressPrefix: '10.15.0.0/24'
          destinationAddressPrefix: '10.15.1.10/32'
          access: 'Allow'
          priority: 3646
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
