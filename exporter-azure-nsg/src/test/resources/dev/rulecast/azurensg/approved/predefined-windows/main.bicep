metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'predefined-windows'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of collectors. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param collectorsNsgName string = 'nsg-collectors'

@description('Network security group of domain-controllers. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param domainControllersNsgName string = 'nsg-domain-controllers'

@description('Tags of the network security groups.')
param tags object = {}

// collectors: Event collectors
resource collectorsNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: collectorsNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-collectors-to-domain-controllers-Tcp-5985-Out'
        properties: {
          description: 'WinRM'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5985'
          sourceAddressPrefix: '10.17.0.10/32'
          destinationAddressPrefix: '10.17.1.0/24'
          access: 'Allow'
          priority: 1789
          direction: 'Outbound'
        }
      }
    ]
  }
}

// domain-controllers: Domain controllers
resource domainControllersNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: domainControllersNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-collectors-to-domain-controllers-Tcp-5985-In'
        properties: {
          description: 'WinRM'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5985'
          sourceAddressPrefix: '10.17.0.10/32'
          destinationAddressPrefix: '10.17.1.0/24'
          access: 'Allow'
          priority: 1492
          direction: 'Inbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-collectors': collectorsNsg.id
  'nsg-domain-controllers': domainControllersNsg.id
}
