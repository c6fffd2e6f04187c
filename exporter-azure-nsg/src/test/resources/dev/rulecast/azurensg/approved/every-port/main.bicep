metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'every-port'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of jump-hosts. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param jumpHostsNsgName string = 'nsg-jump-hosts'

@description('Network security group of lab. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param labNsgName string = 'nsg-lab'

@description('Tags of the network security groups.')
param tags object = {}

// jump-hosts: Jump hosts
resource jumpHostsNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: jumpHostsNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-lab-to-jump-hosts-Any-In'
        properties: {
          description: 'The lab may do what it likes'
          protocol: '*'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.8.64.0/18'
          destinationAddressPrefix: '10.8.0.5/32'
          access: 'Allow'
          priority: 2638
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-jump-hosts-to-lab-Tcp-Any-Out'
        properties: {
          description: 'Tests of services on any port'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.8.0.5/32'
          destinationAddressPrefix: '10.8.64.0/18'
          access: 'Allow'
          priority: 1610
          direction: 'Outbound'
        }
      }
    ]
  }
}

// lab: Lab
resource labNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: labNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-jump-hosts-to-lab-Tcp-Any-In'
        properties: {
          description: 'Tests of services on any port'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.8.0.5/32'
          destinationAddressPrefix: '10.8.64.0/18'
          access: 'Allow'
          priority: 2182
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-lab-to-jump-hosts-Any-Out'
        properties: {
          description: 'The lab may do what it likes'
          protocol: '*'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.8.64.0/18'
          destinationAddressPrefix: '10.8.0.5/32'
          access: 'Allow'
          priority: 1491
          direction: 'Outbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-jump-hosts': jumpHostsNsg.id
  'nsg-lab': labNsg.id
}
