metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'both-families'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of clients. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param clientsNsgName string = 'nsg-clients'

@description('Network security group of old-printers. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param oldPrintersNsgName string = 'nsg-old-printers'

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
        name: 'Allow-clients-to-servers-Tcp-443-Out'
        properties: {
          description: 'Web application'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '10.1.0.0/16'
          destinationAddressPrefix: '10.2.0.10/32'
          access: 'Allow'
          priority: 2141
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-clients-to-servers-Tcp-443-IPv6-Out'
        properties: {
          description: 'Web application'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '2001:db8:1::/48'
          destinationAddressPrefix: '2001:db8:2::10/128'
          access: 'Allow'
          priority: 1196
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-clients-to-old-printers-Tcp-9100-Out'
        properties: {
          description: 'Printing'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '9100'
          sourceAddressPrefix: '10.1.0.0/16'
          destinationAddressPrefix: '10.9.0.0/24'
          access: 'Allow'
          priority: 1152
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-clients-to-servers-Icmp-Out'
        properties: {
          description: 'Reachability'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.1.0.0/16'
          destinationAddressPrefix: '10.2.0.10/32'
          access: 'Allow'
          priority: 3402
          direction: 'Outbound'
        }
      }
    ]
  }
}

// old-printers: Old printers
resource oldPrintersNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: oldPrintersNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-clients-to-old-printers-Tcp-9100-In'
        properties: {
          description: 'Printing'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '9100'
          sourceAddressPrefix: '10.1.0.0/16'
          destinationAddressPrefix: '10.9.0.0/24'
          access: 'Allow'
          priority: 2582
          direction: 'Inbound'
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
        name: 'Allow-clients-to-servers-Tcp-443-In'
        properties: {
          description: 'Web application'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '10.1.0.0/16'
          destinationAddressPrefix: '10.2.0.10/32'
          access: 'Allow'
          priority: 3462
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-clients-to-servers-Tcp-443-IPv6-In'
        properties: {
          description: 'Web application'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '2001:db8:1::/48'
          destinationAddressPrefix: '2001:db8:2::10/128'
          access: 'Allow'
          priority: 2971
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-clients-to-servers-Icmp-In'
        properties: {
          description: 'Reachability'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.1.0.0/16'
          destinationAddressPrefix: '10.2.0.10/32'
          access: 'Allow'
          priority: 1363
          direction: 'Inbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-clients': clientsNsg.id
  'nsg-old-printers': oldPrintersNsg.id
  'nsg-servers': serversNsg.id
}
