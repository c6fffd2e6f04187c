metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'icmp-types'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of monitoring. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param monitoringNsgName string = 'nsg-monitoring'

@description('Network security group of servers. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param serversNsgName string = 'nsg-servers'

@description('Tags of the network security groups.')
param tags object = {}

// monitoring: Monitoring
resource monitoringNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: monitoringNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-servers-to-monitoring-Icmp-In'
        properties: {
          description: 'Path MTU discovery (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.10.1.0/24'
          destinationAddressPrefix: '10.10.0.5/32'
          access: 'Allow'
          priority: 3612
          direction: 'Inbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-monitoring-to-servers-Icmp-Out'
        properties: {
          description: 'Reachability (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.10.0.5/32'
          destinationAddressPrefix: '10.10.1.0/24'
          access: 'Allow'
          priority: 3583
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
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-monitoring-to-servers-Icmp-In'
        properties: {
          description: 'Reachability (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.10.0.5/32'
          destinationAddressPrefix: '10.10.1.0/24'
          access: 'Allow'
          priority: 1667
          direction: 'Inbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-servers-to-monitoring-Icmp-Out'
        properties: {
          description: 'Path MTU discovery (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.10.1.0/24'
          destinationAddressPrefix: '10.10.0.5/32'
          access: 'Allow'
          priority: 2074
          direction: 'Outbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-monitoring': monitoringNsg.id
  'nsg-servers': serversNsg.id
}
