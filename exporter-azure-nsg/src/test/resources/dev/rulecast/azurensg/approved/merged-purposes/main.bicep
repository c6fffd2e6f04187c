metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'merged-purposes-billing'
  'merged-purposes-reporting'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of app-servers. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param appServersNsgName string = 'nsg-app-servers'

@description('Network security group of databases. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param databasesNsgName string = 'nsg-databases'

@description('Tags of the network security groups.')
param tags object = {}

// app-servers: Application servers
resource appServersNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: appServersNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-app-servers-to-databases-Tcp-5431-5433-Out'
        properties: {
          description: 'Covers the others, which stay'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5431-5433'
          sourceAddressPrefix: '10.7.0.0/24'
          destinationAddressPrefix: '10.7.1.0/24'
          access: 'Allow'
          priority: 2550
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-app-servers-to-databases-Tcp-5432-Out'
        properties: {
          description: 'Invoices; Reports, every night'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefix: '10.7.0.0/24'
          destinationAddressPrefix: '10.7.1.0/24'
          access: 'Allow'
          priority: 2050
          direction: 'Outbound'
        }
      }
    ]
  }
}

// databases: Databases
resource databasesNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: databasesNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-app-servers-to-databases-Tcp-5431-5433-In'
        properties: {
          description: 'Covers the others, which stay'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5431-5433'
          sourceAddressPrefix: '10.7.0.0/24'
          destinationAddressPrefix: '10.7.1.0/24'
          access: 'Allow'
          priority: 3042
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-app-servers-to-databases-Tcp-5432-In'
        properties: {
          description: 'Invoices; Reports, every night'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefix: '10.7.0.0/24'
          destinationAddressPrefix: '10.7.1.0/24'
          access: 'Allow'
          priority: 2177
          direction: 'Inbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-app-servers': appServersNsg.id
  'nsg-databases': databasesNsg.id
}
