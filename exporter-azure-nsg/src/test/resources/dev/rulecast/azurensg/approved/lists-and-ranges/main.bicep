metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'lists-and-ranges'
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

@description('Network security group of monitoring. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param monitoringNsgName string = 'nsg-monitoring'

@description('Network security group of web-servers. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param webServersNsgName string = 'nsg-web-servers'

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
        name: 'Allow-app-servers-to-databases-Tcp-5432-Out'
        properties: {
          description: 'Every one with every other'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefix: '10.2.0.0/25'
          destinationAddressPrefixes: [
            '10.3.0.5/32'
            '10.3.0.6/32'
          ]
          access: 'Allow'
          priority: 2050
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-app-servers-to-monitoring-Tcp-5432-Out'
        properties: {
          description: 'Every one with every other'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefix: '10.2.0.0/25'
          destinationAddressPrefix: '192.0.2.7/32'
          access: 'Allow'
          priority: 2754
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-app-servers-to-databases-Tcp-8000-8021-Out'
        properties: {
          description: 'Every one with every other'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8000-8021'
          sourceAddressPrefix: '10.2.0.0/25'
          destinationAddressPrefixes: [
            '10.3.0.5/32'
            '10.3.0.6/32'
          ]
          access: 'Allow'
          priority: 2629
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-app-servers-to-monitoring-Tcp-8000-8021-Out'
        properties: {
          description: 'Every one with every other'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8000-8021'
          sourceAddressPrefix: '10.2.0.0/25'
          destinationAddressPrefix: '192.0.2.7/32'
          access: 'Allow'
          priority: 1078
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-app-servers-to-databases-Udp-5432-Out'
        properties: {
          description: 'Every one with every other'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefix: '10.2.0.0/25'
          destinationAddressPrefixes: [
            '10.3.0.5/32'
            '10.3.0.6/32'
          ]
          access: 'Allow'
          priority: 3569
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-app-servers-to-monitoring-Udp-5432-Out'
        properties: {
          description: 'Every one with every other'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefix: '10.2.0.0/25'
          destinationAddressPrefix: '192.0.2.7/32'
          access: 'Allow'
          priority: 3495
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-app-servers-to-databases-Udp-8000-8021-Out'
        properties: {
          description: 'Every one with every other'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '8000-8021'
          sourceAddressPrefix: '10.2.0.0/25'
          destinationAddressPrefixes: [
            '10.3.0.5/32'
            '10.3.0.6/32'
          ]
          access: 'Allow'
          priority: 2855
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-app-servers-to-monitoring-Udp-8000-8021-Out'
        properties: {
          description: 'Every one with every other'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '8000-8021'
          sourceAddressPrefix: '10.2.0.0/25'
          destinationAddressPrefix: '192.0.2.7/32'
          access: 'Allow'
          priority: 2140
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
        name: 'Allow-app-servers-to-databases-Tcp-5432-In'
        properties: {
          description: 'Every one with every other'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefix: '10.2.0.0/25'
          destinationAddressPrefixes: [
            '10.3.0.5/32'
            '10.3.0.6/32'
          ]
          access: 'Allow'
          priority: 2177
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-web-servers-to-databases-Tcp-5432-In'
        properties: {
          description: 'Every one with every other'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefixes: [
            '10.1.0.0/23'
            '10.1.4.10/31'
            '10.1.4.12/31'
          ]
          destinationAddressPrefixes: [
            '10.3.0.5/32'
            '10.3.0.6/32'
          ]
          access: 'Allow'
          priority: 1924
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-app-servers-to-databases-Tcp-8000-8021-In'
        properties: {
          description: 'Every one with every other'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8000-8021'
          sourceAddressPrefix: '10.2.0.0/25'
          destinationAddressPrefixes: [
            '10.3.0.5/32'
            '10.3.0.6/32'
          ]
          access: 'Allow'
          priority: 3667
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-web-servers-to-databases-Tcp-8000-8021-In'
        properties: {
          description: 'Every one with every other'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8000-8021'
          sourceAddressPrefixes: [
            '10.1.0.0/23'
            '10.1.4.10/31'
            '10.1.4.12/31'
          ]
          destinationAddressPrefixes: [
            '10.3.0.5/32'
            '10.3.0.6/32'
          ]
          access: 'Allow'
          priority: 1521
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-app-servers-to-databases-Udp-5432-In'
        properties: {
          description: 'Every one with every other'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefix: '10.2.0.0/25'
          destinationAddressPrefixes: [
            '10.3.0.5/32'
            '10.3.0.6/32'
          ]
          access: 'Allow'
          priority: 3397
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-web-servers-to-databases-Udp-5432-In'
        properties: {
          description: 'Every one with every other'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefixes: [
            '10.1.0.0/23'
            '10.1.4.10/31'
            '10.1.4.12/31'
          ]
          destinationAddressPrefixes: [
            '10.3.0.5/32'
            '10.3.0.6/32'
          ]
          access: 'Allow'
          priority: 3234
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-app-servers-to-databases-Udp-8000-8021-In'
        properties: {
          description: 'Every one with every other'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '8000-8021'
          sourceAddressPrefix: '10.2.0.0/25'
          destinationAddressPrefixes: [
            '10.3.0.5/32'
            '10.3.0.6/32'
          ]
          access: 'Allow'
          priority: 1556
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-web-servers-to-databases-Udp-8000-8021-In'
        properties: {
          description: 'Every one with every other'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '8000-8021'
          sourceAddressPrefixes: [
            '10.1.0.0/23'
            '10.1.4.10/31'
            '10.1.4.12/31'
          ]
          destinationAddressPrefixes: [
            '10.3.0.5/32'
            '10.3.0.6/32'
          ]
          access: 'Allow'
          priority: 3140
          direction: 'Inbound'
        }
      }
    ]
  }
}

// monitoring: Monitoring
resource monitoringNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: monitoringNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-app-servers-to-monitoring-Tcp-5432-In'
        properties: {
          description: 'Every one with every other'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefix: '10.2.0.0/25'
          destinationAddressPrefix: '192.0.2.7/32'
          access: 'Allow'
          priority: 2499
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-web-servers-to-monitoring-Tcp-5432-In'
        properties: {
          description: 'Every one with every other'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefixes: [
            '10.1.0.0/23'
            '10.1.4.10/31'
            '10.1.4.12/31'
          ]
          destinationAddressPrefix: '192.0.2.7/32'
          access: 'Allow'
          priority: 2541
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-app-servers-to-monitoring-Tcp-8000-8021-In'
        properties: {
          description: 'Every one with every other'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8000-8021'
          sourceAddressPrefix: '10.2.0.0/25'
          destinationAddressPrefix: '192.0.2.7/32'
          access: 'Allow'
          priority: 3563
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-web-servers-to-monitoring-Tcp-8000-8021-In'
        properties: {
          description: 'Every one with every other'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8000-8021'
          sourceAddressPrefixes: [
            '10.1.0.0/23'
            '10.1.4.10/31'
            '10.1.4.12/31'
          ]
          destinationAddressPrefix: '192.0.2.7/32'
          access: 'Allow'
          priority: 2045
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-app-servers-to-monitoring-Udp-5432-In'
        properties: {
          description: 'Every one with every other'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefix: '10.2.0.0/25'
          destinationAddressPrefix: '192.0.2.7/32'
          access: 'Allow'
          priority: 2470
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-web-servers-to-monitoring-Udp-5432-In'
        properties: {
          description: 'Every one with every other'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefixes: [
            '10.1.0.0/23'
            '10.1.4.10/31'
            '10.1.4.12/31'
          ]
          destinationAddressPrefix: '192.0.2.7/32'
          access: 'Allow'
          priority: 3672
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-app-servers-to-monitoring-Udp-8000-8021-In'
        properties: {
          description: 'Every one with every other'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '8000-8021'
          sourceAddressPrefix: '10.2.0.0/25'
          destinationAddressPrefix: '192.0.2.7/32'
          access: 'Allow'
          priority: 2359
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-web-servers-to-monitoring-Udp-8000-8021-In'
        properties: {
          description: 'Every one with every other'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '8000-8021'
          sourceAddressPrefixes: [
            '10.1.0.0/23'
            '10.1.4.10/31'
            '10.1.4.12/31'
          ]
          destinationAddressPrefix: '192.0.2.7/32'
          access: 'Allow'
          priority: 1750
          direction: 'Inbound'
        }
      }
    ]
  }
}

// web-servers: Web servers
resource webServersNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: webServersNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-web-servers-to-databases-Tcp-5432-Out'
        properties: {
          description: 'Every one with every other'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefixes: [
            '10.1.0.0/23'
            '10.1.4.10/31'
            '10.1.4.12/31'
          ]
          destinationAddressPrefixes: [
            '10.3.0.5/32'
            '10.3.0.6/32'
          ]
          access: 'Allow'
          priority: 3059
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-web-servers-to-monitoring-Tcp-5432-Out'
        properties: {
          description: 'Every one with every other'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefixes: [
            '10.1.0.0/23'
            '10.1.4.10/31'
            '10.1.4.12/31'
          ]
          destinationAddressPrefix: '192.0.2.7/32'
          access: 'Allow'
          priority: 3569
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-web-servers-to-databases-Tcp-8000-8021-Out'
        properties: {
          description: 'Every one with every other'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8000-8021'
          sourceAddressPrefixes: [
            '10.1.0.0/23'
            '10.1.4.10/31'
            '10.1.4.12/31'
          ]
          destinationAddressPrefixes: [
            '10.3.0.5/32'
            '10.3.0.6/32'
          ]
          access: 'Allow'
          priority: 2523
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-web-servers-to-monitoring-Tcp-8000-8021-Out'
        properties: {
          description: 'Every one with every other'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8000-8021'
          sourceAddressPrefixes: [
            '10.1.0.0/23'
            '10.1.4.10/31'
            '10.1.4.12/31'
          ]
          destinationAddressPrefix: '192.0.2.7/32'
          access: 'Allow'
          priority: 1698
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-web-servers-to-databases-Udp-5432-Out'
        properties: {
          description: 'Every one with every other'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefixes: [
            '10.1.0.0/23'
            '10.1.4.10/31'
            '10.1.4.12/31'
          ]
          destinationAddressPrefixes: [
            '10.3.0.5/32'
            '10.3.0.6/32'
          ]
          access: 'Allow'
          priority: 1271
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-web-servers-to-monitoring-Udp-5432-Out'
        properties: {
          description: 'Every one with every other'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefixes: [
            '10.1.0.0/23'
            '10.1.4.10/31'
            '10.1.4.12/31'
          ]
          destinationAddressPrefix: '192.0.2.7/32'
          access: 'Allow'
          priority: 1467
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-web-servers-to-databases-Udp-8000-8021-Out'
        properties: {
          description: 'Every one with every other'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '8000-8021'
          sourceAddressPrefixes: [
            '10.1.0.0/23'
            '10.1.4.10/31'
            '10.1.4.12/31'
          ]
          destinationAddressPrefixes: [
            '10.3.0.5/32'
            '10.3.0.6/32'
          ]
          access: 'Allow'
          priority: 3151
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-web-servers-to-monitoring-Udp-8000-8021-Out'
        properties: {
          description: 'Every one with every other'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '8000-8021'
          sourceAddressPrefixes: [
            '10.1.0.0/23'
            '10.1.4.10/31'
            '10.1.4.12/31'
          ]
          destinationAddressPrefix: '192.0.2.7/32'
          access: 'Allow'
          priority: 1654
          direction: 'Outbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-app-servers': appServersNsg.id
  'nsg-databases': databasesNsg.id
  'nsg-monitoring': monitoringNsg.id
  'nsg-web-servers': webServersNsg.id
}
