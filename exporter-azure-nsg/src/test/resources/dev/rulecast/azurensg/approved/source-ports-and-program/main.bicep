metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'source-ports-and-program'
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
        name: 'Allow-clients-to-servers-Tcp-9392-from-1024-65535-Out'
        properties: {
          description: 'Agent'
          protocol: 'Tcp'
          sourcePortRange: '1024-65535'
          destinationPortRange: '9392'
          sourceAddressPrefix: '10.12.0.0/24'
          destinationAddressPrefix: '10.12.1.10/32'
          access: 'Allow'
          priority: 3232
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-clients-to-servers-Tcp-9392-from-500_4500-Out'
        properties: {
          description: 'Agent before version 4'
          protocol: 'Tcp'
          sourcePortRanges: [
            '500'
            '4500'
          ]
          destinationPortRange: '9392'
          sourceAddressPrefix: '10.12.0.0/24'
          destinationAddressPrefix: '10.12.1.10/32'
          access: 'Allow'
          priority: 3959
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-clients-to-servers-Udp-123-from-123-Out'
        properties: {
          description: 'Time'
          protocol: 'Udp'
          sourcePortRange: '123'
          destinationPortRange: '123'
          sourceAddressPrefix: '10.12.0.0/24'
          destinationAddressPrefix: '10.12.1.10/32'
          access: 'Allow'
          priority: 3031
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
      // Wider: network security groups do not match the program.
      {
        name: 'Allow-clients-to-servers-Tcp-9392-from-1024-65535-In'
        properties: {
          description: 'Agent (every program)'
          protocol: 'Tcp'
          sourcePortRange: '1024-65535'
          destinationPortRange: '9392'
          sourceAddressPrefix: '10.12.0.0/24'
          destinationAddressPrefix: '10.12.1.10/32'
          access: 'Allow'
          priority: 3026
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-clients-to-servers-Tcp-9392-from-500_4500-In'
        properties: {
          description: 'Agent before version 4'
          protocol: 'Tcp'
          sourcePortRanges: [
            '500'
            '4500'
          ]
          destinationPortRange: '9392'
          sourceAddressPrefix: '10.12.0.0/24'
          destinationAddressPrefix: '10.12.1.10/32'
          access: 'Allow'
          priority: 3038
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-clients-to-servers-Udp-123-from-123-In'
        properties: {
          description: 'Time'
          protocol: 'Udp'
          sourcePortRange: '123'
          destinationPortRange: '123'
          sourceAddressPrefix: '10.12.0.0/24'
          destinationAddressPrefix: '10.12.1.10/32'
          access: 'Allow'
          priority: 2697
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
