metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'logon-activity'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of auditor-server. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param auditorServerNsgName string = 'nsg-auditor-server'

@description('Network security group of dns-server. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param dnsServerNsgName string = 'nsg-dns-server'

@description('Network security group of domain-controllers. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param domainControllersNsgName string = 'nsg-domain-controllers'

@description('Addresses of auditor-server (Netwrix Auditor Server): networks such as 10.0.0.0/24 or 2001:db8::/64, all IPv4 or all IPv6.')
@minLength(1)
param auditorServerPrefixes array

@description('Addresses of dns-server (DNS Server): networks such as 10.0.0.0/24 or 2001:db8::/64, all IPv4 or all IPv6.')
@minLength(1)
param dnsServerPrefixes array

@description('Addresses of domain-controllers (Domain controllers): networks such as 10.0.0.0/24 or 2001:db8::/64, all IPv4 or all IPv6.')
@minLength(1)
param domainControllersPrefixes array

@description('Tags of the network security groups.')
param tags object = {}

// What was given; anything but networks without host bits (any, *, /0) fails the deployment.
var auditorServerPrefixesChecked = map(auditorServerPrefixes, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (contains(prefix, ':') == contains(first(auditorServerPrefixes), ':')) ? prefix : fail('auditorServerPrefixes: write networks such as 10.0.0.0/24 or 2001:db8::/64, all IPv4 or all IPv6, in their shortest form, without host bits, and not /0.')))
var dnsServerPrefixesChecked = map(dnsServerPrefixes, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (contains(prefix, ':') == contains(first(dnsServerPrefixes), ':')) ? prefix : fail('dnsServerPrefixes: write networks such as 10.0.0.0/24 or 2001:db8::/64, all IPv4 or all IPv6, in their shortest form, without host bits, and not /0.')))
var domainControllersPrefixesChecked = map(domainControllersPrefixes, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (contains(prefix, ':') == contains(first(domainControllersPrefixes), ':')) ? prefix : fail('domainControllersPrefixes: write networks such as 10.0.0.0/24 or 2001:db8::/64, all IPv4 or all IPv6, in their shortest form, without host bits, and not /0.')))

// auditor-server: Netwrix Auditor Server
resource auditorServerNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: auditorServerNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-auditor-server-to-dns-server-Tcp-53-from-1024-65535-Out'
        properties: {
          description: 'DNS client'
          protocol: 'Tcp'
          sourcePortRange: '1024-65535'
          destinationPortRange: '53'
          sourceAddressPrefixes: auditorServerPrefixesChecked
          destinationAddressPrefixes: dnsServerPrefixesChecked
          access: 'Allow'
          priority: 2983
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-auditor-server-to-domain-controllers-Tcp-135-from-1024-65535-Out'
        properties: {
          description: 'Service Control Manager Remote Protocol (RPC). Core Service installation; Windows Management Instrumentation. Firewall configuration'
          protocol: 'Tcp'
          sourcePortRange: '1024-65535'
          destinationPortRange: '135'
          sourceAddressPrefixes: auditorServerPrefixesChecked
          destinationAddressPrefixes: domainControllersPrefixesChecked
          access: 'Allow'
          priority: 3906
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-auditor-server-to-domain-controllers-Tcp-389-from-1024-65535-Out'
        properties: {
          description: 'LDAP. DC query, account resolve'
          protocol: 'Tcp'
          sourcePortRange: '1024-65535'
          destinationPortRange: '389'
          sourceAddressPrefixes: auditorServerPrefixesChecked
          destinationAddressPrefixes: domainControllersPrefixesChecked
          access: 'Allow'
          priority: 2566
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-auditor-server-to-domain-controllers-Tcp-445-from-1024-65535-Out'
        properties: {
          description: 'SMB 2.0/3.0'
          protocol: 'Tcp'
          sourcePortRange: '1024-65535'
          destinationPortRange: '445'
          sourceAddressPrefixes: auditorServerPrefixesChecked
          destinationAddressPrefixes: domainControllersPrefixesChecked
          access: 'Allow'
          priority: 1420
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-auditor-server-to-domain-controllers-Tcp-1024-65535-from-1024-65535-Out'
        properties: {
          description: 'Windows Management Instrumentation. Firewall configuration'
          protocol: 'Tcp'
          sourcePortRange: '1024-65535'
          destinationPortRange: '1024-65535'
          sourceAddressPrefixes: auditorServerPrefixesChecked
          destinationAddressPrefixes: domainControllersPrefixesChecked
          access: 'Allow'
          priority: 2816
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-auditor-server-to-domain-controllers-Udp-137-139-Out'
        properties: {
          description: 'Service Control Manager Remote Protocol (RPC). Core Service installation'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '137-139'
          sourceAddressPrefixes: auditorServerPrefixesChecked
          destinationAddressPrefixes: domainControllersPrefixesChecked
          access: 'Allow'
          priority: 3780
          direction: 'Outbound'
        }
      }
    ]
  }
}

// dns-server: DNS Server
resource dnsServerNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: dnsServerNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-auditor-server-to-dns-server-Tcp-53-from-1024-65535-In'
        properties: {
          description: 'DNS client'
          protocol: 'Tcp'
          sourcePortRange: '1024-65535'
          destinationPortRange: '53'
          sourceAddressPrefixes: auditorServerPrefixesChecked
          destinationAddressPrefixes: dnsServerPrefixesChecked
          access: 'Allow'
          priority: 2838
          direction: 'Inbound'
        }
      }
    ]
  }
}

// domain-controllers: Domain controllers
resource domainControllersNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: domainControllersNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-auditor-server-to-domain-controllers-Tcp-135-from-1024-65535-In'
        properties: {
          description: 'Service Control Manager Remote Protocol (RPC). Core Service installation; Windows Management Instrumentation. Firewall configuration'
          protocol: 'Tcp'
          sourcePortRange: '1024-65535'
          destinationPortRange: '135'
          sourceAddressPrefixes: auditorServerPrefixesChecked
          destinationAddressPrefixes: domainControllersPrefixesChecked
          access: 'Allow'
          priority: 3938
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-auditor-server-to-domain-controllers-Tcp-389-from-1024-65535-In'
        properties: {
          description: 'LDAP. DC query, account resolve'
          protocol: 'Tcp'
          sourcePortRange: '1024-65535'
          destinationPortRange: '389'
          sourceAddressPrefixes: auditorServerPrefixesChecked
          destinationAddressPrefixes: domainControllersPrefixesChecked
          access: 'Allow'
          priority: 1268
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-auditor-server-to-domain-controllers-Tcp-445-from-1024-65535-In'
        properties: {
          description: 'SMB 2.0/3.0'
          protocol: 'Tcp'
          sourcePortRange: '1024-65535'
          destinationPortRange: '445'
          sourceAddressPrefixes: auditorServerPrefixesChecked
          destinationAddressPrefixes: domainControllersPrefixesChecked
          access: 'Allow'
          priority: 3922
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-auditor-server-to-domain-controllers-Tcp-1024-65535-from-1024-65535-In'
        properties: {
          description: 'Windows Management Instrumentation. Firewall configuration'
          protocol: 'Tcp'
          sourcePortRange: '1024-65535'
          destinationPortRange: '1024-65535'
          sourceAddressPrefixes: auditorServerPrefixesChecked
          destinationAddressPrefixes: domainControllersPrefixesChecked
          access: 'Allow'
          priority: 2378
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-auditor-server-to-domain-controllers-Udp-137-139-In'
        properties: {
          description: 'Service Control Manager Remote Protocol (RPC). Core Service installation'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '137-139'
          sourceAddressPrefixes: auditorServerPrefixesChecked
          destinationAddressPrefixes: domainControllersPrefixesChecked
          access: 'Allow'
          priority: 1926
          direction: 'Inbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-auditor-server': auditorServerNsg.id
  'nsg-dns-server': dnsServerNsg.id
  'nsg-domain-controllers': domainControllersNsg.id
}
