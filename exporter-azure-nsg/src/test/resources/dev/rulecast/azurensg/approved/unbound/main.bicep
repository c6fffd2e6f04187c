metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'unbound'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of servers. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param serversNsgName string = 'nsg-servers'

@description('Addresses of office (Office network): networks such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4.')
@minLength(1)
param officePrefixes array

@description('Addresses of partner (Partner): networks such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4.')
@minLength(1)
param partnerPrefixes array

@description('Tags of the network security groups.')
param tags object = {}

// What was given; anything but networks without host bits (any, *, /0) fails the deployment.
var officePrefixesChecked = map(officePrefixes, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (!contains(prefix, ':')) ? prefix : fail('officePrefixes: write networks such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4, in their shortest form, without host bits, and not /0.')))
var partnerPrefixesChecked = map(partnerPrefixes, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (!contains(prefix, ':')) ? prefix : fail('partnerPrefixes: write networks such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4, in their shortest form, without host bits, and not /0.')))

// servers: Servers
resource serversNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: serversNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-office-to-servers-Tcp-443-In'
        properties: {
          description: 'Web application'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefixes: officePrefixesChecked
          destinationAddressPrefix: '10.2.0.10/32'
          access: 'Allow'
          priority: 2432
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-servers-to-partner-Tcp-22-Out'
        properties: {
          description: 'Deliveries'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '22'
          sourceAddressPrefix: '10.2.0.10/32'
          destinationAddressPrefixes: partnerPrefixesChecked
          access: 'Allow'
          priority: 3858
          direction: 'Outbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-servers': serversNsg.id
}
