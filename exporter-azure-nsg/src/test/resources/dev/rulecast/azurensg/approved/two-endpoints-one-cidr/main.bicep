metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'two-endpoints-one-cidr'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of admin-hosts. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param adminHostsNsgName string = 'nsg-admin-hosts'

@description('Network security group of backup-servers. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param backupServersNsgName string = 'nsg-backup-servers'

@description('Network security group of file-servers. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param fileServersNsgName string = 'nsg-file-servers'

@description('Tags of the network security groups.')
param tags object = {}

// admin-hosts: Administration hosts
resource adminHostsNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: adminHostsNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-admin-hosts-to-file-servers-Tcp-22-Out'
        properties: {
          description: 'Administration'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '22'
          sourceAddressPrefix: '10.6.0.0/24'
          destinationAddressPrefix: '10.6.1.0/24'
          access: 'Allow'
          priority: 1207
          direction: 'Outbound'
        }
      }
    ]
  }
}

// backup-servers: Backup servers
resource backupServersNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: backupServersNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-backup-servers-to-file-servers-Tcp-22-Out'
        properties: {
          description: 'Backup'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '22'
          sourceAddressPrefix: '10.6.0.0/24'
          destinationAddressPrefix: '10.6.1.0/24'
          access: 'Allow'
          priority: 3849
          direction: 'Outbound'
        }
      }
    ]
  }
}

// file-servers: File servers
resource fileServersNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: fileServersNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-admin-hosts-to-file-servers-Tcp-22-In'
        properties: {
          description: 'Administration; Backup'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '22'
          sourceAddressPrefix: '10.6.0.0/24'
          destinationAddressPrefix: '10.6.1.0/24'
          access: 'Allow'
          priority: 2828
          direction: 'Inbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-admin-hosts': adminHostsNsg.id
  'nsg-backup-servers': backupServersNsg.id
  'nsg-file-servers': fileServersNsg.id
}
