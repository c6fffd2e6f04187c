metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'shared-groups'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of database. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param databaseNsgName string = 'nsg-database'

@description('Network security group of api, batch, web. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param frontendNsgName string = 'nsg-frontend'

@description('Tags of the network security groups.')
param tags object = {}

// database: Database
resource databaseNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: databaseNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-api-to-database-Tcp-1433-In'
        properties: {
          description: 'Database'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '1433'
          sourceAddressPrefix: '10.20.0.16/28'
          destinationApplicationSecurityGroups: [
            {
              id: resourceId('00000000-0000-0000-0000-000000000000', 'rg-data', 'Microsoft.Network/applicationSecurityGroups', 'asg-database')
            }
          ]
          access: 'Allow'
          priority: 1917
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-batch-to-database-Tcp-1433-In'
        properties: {
          description: 'Database'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '1433'
          sourceApplicationSecurityGroups: [
            {
              id: resourceId('Microsoft.Network/applicationSecurityGroups', 'asg-batch')
            }
          ]
          destinationApplicationSecurityGroups: [
            {
              id: resourceId('00000000-0000-0000-0000-000000000000', 'rg-data', 'Microsoft.Network/applicationSecurityGroups', 'asg-database')
            }
          ]
          access: 'Allow'
          priority: 2525
          direction: 'Inbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-web-to-database-Icmp-In'
        properties: {
          description: 'Reachability (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.20.0.0/28'
          destinationApplicationSecurityGroups: [
            {
              id: resourceId('00000000-0000-0000-0000-000000000000', 'rg-data', 'Microsoft.Network/applicationSecurityGroups', 'asg-database')
            }
          ]
          access: 'Allow'
          priority: 3350
          direction: 'Inbound'
        }
      }
    ]
  }
}

// api: Application servers
// batch: Batch jobs
// web: Web servers
resource frontendNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: frontendNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Deny-guests-to-api-Any-In'
        properties: {
          description: 'Guests stay outside'
          protocol: '*'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.99.0.0/16'
          destinationAddressPrefix: '10.20.0.16/28'
          access: 'Deny'
          priority: 817
          direction: 'Inbound'
        }
      }
      {
        name: 'Deny-guests-to-web-Any-In'
        properties: {
          description: 'Guests stay outside'
          protocol: '*'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.99.0.0/16'
          destinationAddressPrefix: '10.20.0.0/28'
          access: 'Deny'
          priority: 968
          direction: 'Inbound'
        }
      }
      {
        name: 'Deny-guests-to-web-Any-IPv6-In'
        properties: {
          description: 'Guests stay outside'
          protocol: '*'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '2001:db8:99::/48'
          destinationAddressPrefix: '2001:db8:20::/64'
          access: 'Deny'
          priority: 674
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-web-to-api-Tcp-8443-In'
        properties: {
          description: 'Application'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8443'
          sourceAddressPrefix: '10.20.0.0/28'
          destinationAddressPrefix: '10.20.0.16/28'
          access: 'Allow'
          priority: 2258
          direction: 'Inbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-web-to-api-Icmp-In'
        properties: {
          description: 'Reachability (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.20.0.0/28'
          destinationAddressPrefix: '10.20.0.16/28'
          access: 'Allow'
          priority: 2580
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-api-to-entra-id-Tcp-443-Out'
        properties: {
          description: 'Sign-in'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '10.20.0.16/28'
          destinationAddressPrefix: 'AzureActiveDirectory'
          access: 'Allow'
          priority: 1502
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-batch-to-entra-id-Tcp-443-Out'
        properties: {
          description: 'Sign-in'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceApplicationSecurityGroups: [
            {
              id: resourceId('Microsoft.Network/applicationSecurityGroups', 'asg-batch')
            }
          ]
          destinationAddressPrefix: 'AzureActiveDirectory'
          access: 'Allow'
          priority: 3426
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-web-to-entra-id-Tcp-443-Out'
        properties: {
          description: 'Sign-in'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '10.20.0.0/28'
          destinationAddressPrefix: 'AzureActiveDirectory'
          access: 'Allow'
          priority: 2127
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-web-to-entra-id-Tcp-443-IPv6-Out'
        properties: {
          description: 'Sign-in'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '2001:db8:20::/64'
          destinationAddressPrefix: 'AzureActiveDirectory'
          access: 'Allow'
          priority: 3061
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-api-to-database-Tcp-1433-Out'
        properties: {
          description: 'Database'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '1433'
          sourceAddressPrefix: '10.20.0.16/28'
          destinationApplicationSecurityGroups: [
            {
              id: resourceId('00000000-0000-0000-0000-000000000000', 'rg-data', 'Microsoft.Network/applicationSecurityGroups', 'asg-database')
            }
          ]
          access: 'Allow'
          priority: 2267
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-batch-to-database-Tcp-1433-Out'
        properties: {
          description: 'Database'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '1433'
          sourceApplicationSecurityGroups: [
            {
              id: resourceId('Microsoft.Network/applicationSecurityGroups', 'asg-batch')
            }
          ]
          destinationApplicationSecurityGroups: [
            {
              id: resourceId('00000000-0000-0000-0000-000000000000', 'rg-data', 'Microsoft.Network/applicationSecurityGroups', 'asg-database')
            }
          ]
          access: 'Allow'
          priority: 1079
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-web-to-api-Tcp-8443-Out'
        properties: {
          description: 'Application'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8443'
          sourceAddressPrefix: '10.20.0.0/28'
          destinationAddressPrefix: '10.20.0.16/28'
          access: 'Allow'
          priority: 2690
          direction: 'Outbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-web-to-api-Icmp-Out'
        properties: {
          description: 'Reachability (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.20.0.0/28'
          destinationAddressPrefix: '10.20.0.16/28'
          access: 'Allow'
          priority: 2375
          direction: 'Outbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-web-to-database-Icmp-Out'
        properties: {
          description: 'Reachability (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.20.0.0/28'
          destinationApplicationSecurityGroups: [
            {
              id: resourceId('00000000-0000-0000-0000-000000000000', 'rg-data', 'Microsoft.Network/applicationSecurityGroups', 'asg-database')
            }
          ]
          access: 'Allow'
          priority: 2305
          direction: 'Outbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-database': databaseNsg.id
  'nsg-frontend': frontendNsg.id
}
