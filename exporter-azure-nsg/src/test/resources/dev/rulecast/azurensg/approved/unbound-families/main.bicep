metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'unbound-families'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of dual-server. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param dualServerNsgName string = 'nsg-dual-server'

@description('Network security group of new-server. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param newServerNsgName string = 'nsg-new-server'

@description('Network security group of old-server. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param oldServerNsgName string = 'nsg-old-server'

@description('Network security group of resolver. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param resolverNsgName string = 'nsg-resolver'

@description('IPv4 addresses of clients (Clients): networks such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4.')
@minLength(1)
param clientsPrefixesIpv4 array

@description('IPv6 addresses of clients (Clients): networks such as 2001:db8::/64 or 2001:db8::1/128, all IPv6.')
@minLength(1)
param clientsPrefixesIpv6 array

@description('Addresses of forwarder (Forwarder): networks such as 10.0.0.0/24 or 2001:db8::/64, all IPv4 or all IPv6. Host names: dns.example.com.')
@minLength(1)
param forwarderPrefixes array

@description('IPv4 addresses of printers (Printers): networks such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4.')
@minLength(1)
param printersPrefixesIpv4 array

@description('IPv6 addresses of printers (Printers): networks such as 2001:db8::/64 or 2001:db8::1/128, all IPv6.')
@minLength(1)
param printersPrefixesIpv6 array

@description('Addresses of resolver (Resolver): networks such as 10.0.0.0/24 or 2001:db8::/64, all IPv4 or all IPv6.')
@minLength(1)
param resolverPrefixes array

@description('Tags of the network security groups.')
param tags object = {}

// What was given; anything but networks without host bits (any, *, /0) fails the deployment.
var clientsPrefixesIpv4Checked = map(clientsPrefixesIpv4, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (!contains(prefix, ':')) ? prefix : fail('clientsPrefixesIpv4: write networks such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4, in their shortest form, without host bits, and not /0.')))
var clientsPrefixesIpv6Checked = map(clientsPrefixesIpv6, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (contains(prefix, ':')) ? prefix : fail('clientsPrefixesIpv6: write networks such as 2001:db8::/64 or 2001:db8::1/128, all IPv6, in their shortest form, without host bits, and not /0.')))
var forwarderPrefixesChecked = map(forwarderPrefixes, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (contains(prefix, ':') == contains(first(forwarderPrefixes), ':')) ? prefix : fail('forwarderPrefixes: write networks such as 10.0.0.0/24 or 2001:db8::/64, all IPv4 or all IPv6, in their shortest form, without host bits, and not /0.')))
var printersPrefixesIpv4Checked = map(printersPrefixesIpv4, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (!contains(prefix, ':')) ? prefix : fail('printersPrefixesIpv4: write networks such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4, in their shortest form, without host bits, and not /0.')))
var printersPrefixesIpv6Checked = map(printersPrefixesIpv6, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (contains(prefix, ':')) ? prefix : fail('printersPrefixesIpv6: write networks such as 2001:db8::/64 or 2001:db8::1/128, all IPv6, in their shortest form, without host bits, and not /0.')))
var resolverPrefixesChecked = map(resolverPrefixes, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (contains(prefix, ':') == contains(first(resolverPrefixes), ':')) ? prefix : fail('resolverPrefixes: write networks such as 10.0.0.0/24 or 2001:db8::/64, all IPv4 or all IPv6, in their shortest form, without host bits, and not /0.')))

// dual-server: Dual-stack server
resource dualServerNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: dualServerNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-clients-to-dual-server-Tcp-443-In'
        properties: {
          description: 'Web'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefixes: clientsPrefixesIpv4Checked
          destinationAddressPrefix: '10.5.0.2/32'
          access: 'Allow'
          priority: 2356
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-clients-to-dual-server-Tcp-443-IPv6-In'
        properties: {
          description: 'Web'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefixes: clientsPrefixesIpv6Checked
          destinationAddressPrefix: '2001:db8:5::2/128'
          access: 'Allow'
          priority: 1076
          direction: 'Inbound'
        }
      }
    ]
  }
}

// new-server: New server
resource newServerNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: newServerNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-new-server-to-printers-Tcp-22-IPv6-Out'
        properties: {
          description: 'Firmware'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '22'
          sourceAddressPrefix: '2001:db8:5::1/128'
          destinationAddressPrefixes: printersPrefixesIpv6Checked
          access: 'Allow'
          priority: 3325
          direction: 'Outbound'
        }
      }
    ]
  }
}

// old-server: Old server
resource oldServerNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: oldServerNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-old-server-to-printers-Tcp-9100-Out'
        properties: {
          description: 'Printing'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '9100'
          sourceAddressPrefix: '10.5.0.1/32'
          destinationAddressPrefixes: printersPrefixesIpv4Checked
          access: 'Allow'
          priority: 1978
          direction: 'Outbound'
        }
      }
    ]
  }
}

// resolver: Resolver
resource resolverNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: resolverNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-resolver-to-forwarder-Tcp-53-Out'
        properties: {
          description: 'Names'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '53'
          sourceAddressPrefixes: resolverPrefixesChecked
          destinationAddressPrefixes: forwarderPrefixesChecked
          access: 'Allow'
          priority: 2902
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-resolver-to-forwarder-Udp-53-Out'
        properties: {
          description: 'Names'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '53'
          sourceAddressPrefixes: resolverPrefixesChecked
          destinationAddressPrefixes: forwarderPrefixesChecked
          access: 'Allow'
          priority: 1052
          direction: 'Outbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-dual-server': dualServerNsg.id
  'nsg-new-server': newServerNsg.id
  'nsg-old-server': oldServerNsg.id
  'nsg-resolver': resolverNsg.id
}
