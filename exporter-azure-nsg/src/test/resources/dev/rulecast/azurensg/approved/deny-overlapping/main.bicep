metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'deny-overlapping'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of guests. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param guestsNsgName string = 'nsg-guests'

@description('Network security group of office. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param officeNsgName string = 'nsg-office'

@description('Network security group of servers. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param serversNsgName string = 'nsg-servers'

@description('Tags of the network security groups.')
param tags object = {}

// guests: Guests
resource guestsNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: guestsNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Deny-guests-to-servers-Tcp-400-500-Out'
        properties: {
          description: 'Guests have no business here'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '400-500'
          sourceAddressPrefix: '10.13.200.0/24'
          destinationAddressPrefix: '10.14.0.0/24'
          access: 'Deny'
          priority: 910
          direction: 'Outbound'
        }
      }
    ]
  }
}

// office: Office
resource officeNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: officeNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-office-to-servers-Tcp-22-Out'
        properties: {
          description: 'Administration'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '22'
          sourceAddressPrefix: '10.13.0.0/16'
          destinationAddressPrefix: '10.14.0.0/24'
          access: 'Allow'
          priority: 2593
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-office-to-servers-Tcp-443-Out'
        properties: {
          description: 'Web application'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '10.13.0.0/16'
          destinationAddressPrefix: '10.14.0.0/24'
          access: 'Allow'
          priority: 3791
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
        name: 'Deny-guests-to-servers-Tcp-400-500-In'
        properties: {
          description: 'Guests have no business here'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '400-500'
          sourceAddressPrefix: '10.13.200.0/24'
          destinationAddressPrefix: '10.14.0.0/24'
          access: 'Deny'
          priority: 973
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-office-to-servers-Tcp-22-In'
        properties: {
          description: 'Administration'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '22'
          sourceAddressPrefix: '10.13.0.0/16'
          destinationAddressPrefix: '10.14.0.0/24'
          access: 'Allow'
          priority: 1138
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-office-to-servers-Tcp-443-In'
        properties: {
          description: 'Web application'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '10.13.0.0/16'
          destinationAddressPrefix: '10.14.0.0/24'
          access: 'Allow'
          priority: 2432
          direction: 'Inbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-guests': guestsNsg.id
  'nsg-office': officeNsg.id
  'nsg-servers': serversNsg.id
}
