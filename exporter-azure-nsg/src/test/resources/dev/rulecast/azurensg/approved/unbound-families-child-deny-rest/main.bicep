metadata description = 'Rules of network security groups that exist already. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'unbound-families'
]

@description('Existing network security group of dual-server. Its other rules stay.')
@minLength(1)
@maxLength(80)
param dualServerNsgName string = 'nsg-dual-server'

@description('Existing network security group of new-server. Its other rules stay.')
@minLength(1)
@maxLength(80)
param newServerNsgName string = 'nsg-new-server'

@description('Existing network security group of old-server. Its other rules stay.')
@minLength(1)
@maxLength(80)
param oldServerNsgName string = 'nsg-old-server'

@description('Existing network security group of resolver. Its other rules stay.')
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

// What was given; anything but networks without host bits (any, *, /0) fails the deployment.
var clientsPrefixesIpv4Checked = map(clientsPrefixesIpv4, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (!contains(prefix, ':')) ? prefix : fail('clientsPrefixesIpv4: write networks such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4, in their shortest form, without host bits, and not /0.')))
var clientsPrefixesIpv6Checked = map(clientsPrefixesIpv6, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (contains(prefix, ':')) ? prefix : fail('clientsPrefixesIpv6: write networks such as 2001:db8::/64 or 2001:db8::1/128, all IPv6, in their shortest form, without host bits, and not /0.')))
var forwarderPrefixesChecked = map(forwarderPrefixes, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (contains(prefix, ':') == contains(first(forwarderPrefixes), ':')) ? prefix : fail('forwarderPrefixes: write networks such as 10.0.0.0/24 or 2001:db8::/64, all IPv4 or all IPv6, in their shortest form, without host bits, and not /0.')))
var printersPrefixesIpv4Checked = map(printersPrefixesIpv4, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (!contains(prefix, ':')) ? prefix : fail('printersPrefixesIpv4: write networks such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4, in their shortest form, without host bits, and not /0.')))
var printersPrefixesIpv6Checked = map(printersPrefixesIpv6, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (contains(prefix, ':')) ? prefix : fail('printersPrefixesIpv6: write networks such as 2001:db8::/64 or 2001:db8::1/128, all IPv6, in their shortest form, without host bits, and not /0.')))
var resolverPrefixesChecked = map(resolverPrefixes, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (contains(prefix, ':') == contains(first(resolverPrefixes), ':')) ? prefix : fail('resolverPrefixes: write networks such as 10.0.0.0/24 or 2001:db8::/64, all IPv4 or all IPv6, in their shortest form, without host bits, and not /0.')))

// dual-server: Dual-stack server
var dualServerRules = [
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
  {
    name: 'Deny-Other-to-dual-server-In'
    properties: {
      description: 'Everything else to dual-server; overrides AllowVnetInBound (65000)'
      protocol: '*'
      sourcePortRange: '*'
      destinationPortRange: '*'
      sourceAddressPrefix: '*'
      destinationAddressPrefix: '10.5.0.2/32'
      access: 'Deny'
      priority: 4096
      direction: 'Inbound'
    }
  }
  {
    name: 'Deny-Other-to-dual-server-IPv6-In'
    properties: {
      description: 'Everything else to dual-server; overrides AllowVnetInBound (65000)'
      protocol: '*'
      sourcePortRange: '*'
      destinationPortRange: '*'
      sourceAddressPrefix: '*'
      destinationAddressPrefix: '2001:db8:5::2/128'
      access: 'Deny'
      priority: 4095
      direction: 'Inbound'
    }
  }
  {
    name: 'Deny-Other-from-dual-server-Out'
    properties: {
      description: 'Everything else from dual-server; overrides AllowVnetOutBound (65000) and AllowInternetOutBound (65001)'
      protocol: '*'
      sourcePortRange: '*'
      destinationPortRange: '*'
      sourceAddressPrefix: '10.5.0.2/32'
      destinationAddressPrefix: '*'
      access: 'Deny'
      priority: 4096
      direction: 'Outbound'
    }
  }
  {
    name: 'Deny-Other-from-dual-server-IPv6-Out'
    properties: {
      description: 'Everything else from dual-server; overrides AllowVnetOutBound (65000) and AllowInternetOutBound (65001)'
      protocol: '*'
      sourcePortRange: '*'
      destinationPortRange: '*'
      sourceAddressPrefix: '2001:db8:5::2/128'
      destinationAddressPrefix: '*'
      access: 'Deny'
      priority: 4095
      direction: 'Outbound'
    }
  }
]

resource dualServerNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' existing = {
  name: dualServerNsgName
}

@batchSize(1)
resource dualServerSecurityRules 'Microsoft.Network/networkSecurityGroups/securityRules@2025-05-01' = [
  for rule in dualServerRules: {
    parent: dualServerNsg
    name: rule.name
    properties: rule.properties
  }
]

// new-server: New server
var newServerRules = [
  {
    name: 'Deny-Other-to-new-server-IPv6-In'
    properties: {
      description: 'Everything else to new-server; overrides AllowVnetInBound (65000)'
      protocol: '*'
      sourcePortRange: '*'
      destinationPortRange: '*'
      sourceAddressPrefix: '*'
      destinationAddressPrefix: '2001:db8:5::1/128'
      access: 'Deny'
      priority: 4096
      direction: 'Inbound'
    }
  }
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
  {
    name: 'Deny-Other-from-new-server-IPv6-Out'
    properties: {
      description: 'Everything else from new-server; overrides AllowVnetOutBound (65000) and AllowInternetOutBound (65001)'
      protocol: '*'
      sourcePortRange: '*'
      destinationPortRange: '*'
      sourceAddressPrefix: '2001:db8:5::1/128'
      destinationAddressPrefix: '*'
      access: 'Deny'
      priority: 4096
      direction: 'Outbound'
    }
  }
]

resource newServerNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' existing = {
  name: newServerNsgName
}

@batchSize(1)
resource newServerSecurityRules 'Microsoft.Network/networkSecurityGroups/securityRules@2025-05-01' = [
  for rule in newServerRules: {
    parent: newServerNsg
    name: rule.name
    properties: rule.properties
  }
]

// old-server: Old server
var oldServerRules = [
  {
    name: 'Deny-Other-to-old-server-In'
    properties: {
      description: 'Everything else to old-server; overrides AllowVnetInBound (65000)'
      protocol: '*'
      sourcePortRange: '*'
      destinationPortRange: '*'
      sourceAddressPrefix: '*'
      destinationAddressPrefix: '10.5.0.1/32'
      access: 'Deny'
      priority: 4096
      direction: 'Inbound'
    }
  }
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
  {
    name: 'Deny-Other-from-old-server-Out'
    properties: {
      description: 'Everything else from old-server; overrides AllowVnetOutBound (65000) and AllowInternetOutBound (65001)'
      protocol: '*'
      sourcePortRange: '*'
      destinationPortRange: '*'
      sourceAddressPrefix: '10.5.0.1/32'
      destinationAddressPrefix: '*'
      access: 'Deny'
      priority: 4096
      direction: 'Outbound'
    }
  }
]

resource oldServerNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' existing = {
  name: oldServerNsgName
}

@batchSize(1)
resource oldServerSecurityRules 'Microsoft.Network/networkSecurityGroups/securityRules@2025-05-01' = [
  for rule in oldServerRules: {
    parent: oldServerNsg
    name: rule.name
    properties: rule.properties
  }
]

// resolver: Resolver
var resolverRules = [
  {
    name: 'Deny-Other-to-resolver-In'
    properties: {
      description: 'Everything else to resolver; overrides AllowVnetInBound (65000)'
      protocol: '*'
      sourcePortRange: '*'
      destinationPortRange: '*'
      sourceAddressPrefix: '*'
      destinationAddressPrefixes: resolverPrefixesChecked
      access: 'Deny'
      priority: 4096
      direction: 'Inbound'
    }
  }
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
  {
    name: 'Deny-Other-from-resolver-Out'
    properties: {
      description: 'Everything else from resolver; overrides AllowVnetOutBound (65000) and AllowInternetOutBound (65001)'
      protocol: '*'
      sourcePortRange: '*'
      destinationPortRange: '*'
      sourceAddressPrefixes: resolverPrefixesChecked
      destinationAddressPrefix: '*'
      access: 'Deny'
      priority: 4096
      direction: 'Outbound'
    }
  }
]

resource resolverNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' existing = {
  name: resolverNsgName
}

@batchSize(1)
resource resolverSecurityRules 'Microsoft.Network/networkSecurityGroups/securityRules@2025-05-01' = [
  for rule in resolverRules: {
    parent: resolverNsg
    name: rule.name
    properties: rule.properties
  }
]
