metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'external-with-fqdns'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of mail-gateways. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param mailGatewaysNsgName string = 'nsg-mail-gateways'

@description('Addresses of microsoft-365 (Microsoft 365): networks such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4. Host names: *.Protection.Outlook.com, *.office.com, outlook.office365.com.')
@minLength(1)
param microsoft365Prefixes array

@description('Tags of the network security groups.')
param tags object = {}

// What was given; anything but networks without host bits (any, *, /0) fails the deployment.
var microsoft365PrefixesChecked = map(microsoft365Prefixes, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (!contains(prefix, ':')) ? prefix : fail('microsoft365Prefixes: write networks such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4, in their shortest form, without host bits, and not /0.')))

// mail-gateways: Mail gateways
resource mailGatewaysNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: mailGatewaysNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-microsoft-365-to-mail-gateways-Tcp-25-In'
        properties: {
          description: 'Mail from Microsoft 365'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '25'
          sourceAddressPrefixes: microsoft365PrefixesChecked
          destinationAddressPrefix: '10.4.0.0/28'
          access: 'Allow'
          priority: 2151
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-mail-gateways-to-microsoft-365-Tcp-25-Out'
        properties: {
          description: 'Mail to Microsoft 365'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '25'
          sourceAddressPrefix: '10.4.0.0/28'
          destinationAddressPrefixes: microsoft365PrefixesChecked
          access: 'Allow'
          priority: 1974
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-mail-gateways-to-microsoft-365-Tcp-443-Out'
        properties: {
          description: 'Mail to Microsoft 365'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '10.4.0.0/28'
          destinationAddressPrefixes: microsoft365PrefixesChecked
          access: 'Allow'
          priority: 1463
          direction: 'Outbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-mail-gateways': mailGatewaysNsg.id
}
