metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'parameters'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of administrators. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param administratorsNsgName string = 'nsg-administrators'

@description('Network security group of sharepoint. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param sharepointNsgName string = 'nsg-sharepoint'

@description('Tags of the network security groups.')
param tags object = {}

// administrators: Administrators
resource administratorsNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: administratorsNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-administrators-to-sharepoint-Tcp-443-Out'
        properties: {
          description: 'Central Administration'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '10.16.0.0/26'
          destinationAddressPrefixes: [
            '10.16.1.10/31'
            '10.16.1.12/31'
          ]
          access: 'Allow'
          priority: 1183
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-administrators-to-sharepoint-Tcp-8443-Out'
        properties: {
          description: 'Central Administration'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8443'
          sourceAddressPrefix: '10.16.0.0/26'
          destinationAddressPrefixes: [
            '10.16.1.10/31'
            '10.16.1.12/31'
          ]
          access: 'Allow'
          priority: 2295
          direction: 'Outbound'
        }
      }
    ]
  }
}

// sharepoint: SharePoint
resource sharepointNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: sharepointNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-administrators-to-sharepoint-Tcp-443-In'
        properties: {
          description: 'Central Administration'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '10.16.0.0/26'
          destinationAddressPrefixes: [
            '10.16.1.10/31'
            '10.16.1.12/31'
          ]
          access: 'Allow'
          priority: 3010
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-administrators-to-sharepoint-Tcp-8443-In'
        properties: {
          description: 'Central Administration'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8443'
          sourceAddressPrefix: '10.16.0.0/26'
          destinationAddressPrefixes: [
            '10.16.1.10/31'
            '10.16.1.12/31'
          ]
          access: 'Allow'
          priority: 3385
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-sharepoint-to-sharepoint-Tcp-16500-16519-In'
        properties: {
          description: 'Search index'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '16500-16519'
          sourceAddressPrefixes: [
            '10.16.1.10/31'
            '10.16.1.12/31'
          ]
          destinationAddressPrefixes: [
            '10.16.1.10/31'
            '10.16.1.12/31'
          ]
          access: 'Allow'
          priority: 1805
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-sharepoint-to-sharepoint-Tcp-17000-In'
        properties: {
          description: 'Search index'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '17000'
          sourceAddressPrefixes: [
            '10.16.1.10/31'
            '10.16.1.12/31'
          ]
          destinationAddressPrefixes: [
            '10.16.1.10/31'
            '10.16.1.12/31'
          ]
          access: 'Allow'
          priority: 3769
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-sharepoint-to-sharepoint-Tcp-16500-16519-Out'
        properties: {
          description: 'Search index'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '16500-16519'
          sourceAddressPrefixes: [
            '10.16.1.10/31'
            '10.16.1.12/31'
          ]
          destinationAddressPrefixes: [
            '10.16.1.10/31'
            '10.16.1.12/31'
          ]
          access: 'Allow'
          priority: 2654
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-sharepoint-to-sharepoint-Tcp-17000-Out'
        properties: {
          description: 'Search index'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '17000'
          sourceAddressPrefixes: [
            '10.16.1.10/31'
            '10.16.1.12/31'
          ]
          destinationAddressPrefixes: [
            '10.16.1.10/31'
            '10.16.1.12/31'
          ]
          access: 'Allow'
          priority: 3106
          direction: 'Outbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-administrators': administratorsNsg.id
  'nsg-sharepoint': sharepointNsg.id
}
