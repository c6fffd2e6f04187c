metadata description = 'Rules of network security groups that exist already. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'logon-activity'
]

@description('Existing network security group of auditor-server. Its other rules stay.')
@minLength(1)
@maxLength(80)
param auditorServerNsgName string = 'nsg-auditor-server'

@description('Existing network security group of dns-server. Its other rules stay.')
@minLength(1)
@maxLength(80)
param dnsServerNsgName string = 'nsg-dns-server'

@description('Existing network security group of domain-controllers. Its other rules stay.')
@minLength(1)
@maxLength(80)
param domainControllersNsgName string = 'nsg-domain-controllers'

// auditor-server: Netwrix Auditor Server
var auditorServerRules = [
  {
    name: 'Allow-auditor-server-to-dns-server-Tcp-53-from-1024-65535-Out'
    properties: {
      description: 'DNS client'
      protocol: 'Tcp'
      sourcePortRange: '1024-65535'
      destinationPortRange: '53'
      sourceAddressPrefix: '10.20.0.10/32'
      destinationAddressPrefix: '10.20.0.53/32'
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
      sourceAddressPrefix: '10.20.0.10/32'
      destinationAddressPrefix: '10.20.1.0/24'
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
      sourceAddressPrefix: '10.20.0.10/32'
      destinationAddressPrefix: '10.20.1.0/24'
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
      sourceAddressPrefix: '10.20.0.10/32'
      destinationAddressPrefix: '10.20.1.0/24'
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
      sourceAddressPrefix: '10.20.0.10/32'
      destinationAddressPrefix: '10.20.1.0/24'
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
      sourceAddressPrefix: '10.20.0.10/32'
      destinationAddressPrefix: '10.20.1.0/24'
      access: 'Allow'
      priority: 3780
      direction: 'Outbound'
    }
  }
]

resource auditorServerNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' existing = {
  name: auditorServerNsgName
}

@batchSize(1)
resource auditorServerSecurityRules 'Microsoft.Network/networkSecurityGroups/securityRules@2025-05-01' = [
  for rule in auditorServerRules: {
    parent: auditorServerNsg
    name: rule.name
    properties: rule.properties
  }
]

// dns-server: DNS Server
var dnsServerRules = [
  {
    name: 'Allow-auditor-server-to-dns-server-Tcp-53-from-1024-65535-In'
    properties: {
      description: 'DNS client'
      protocol: 'Tcp'
      sourcePortRange: '1024-65535'
      destinationPortRange: '53'
      sourceAddressPrefix: '10.20.0.10/32'
      destinationAddressPrefix: '10.20.0.53/32'
      access: 'Allow'
      priority: 2838
      direction: 'Inbound'
    }
  }
]

resource dnsServerNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' existing = {
  name: dnsServerNsgName
}

@batchSize(1)
resource dnsServerSecurityRules 'Microsoft.Network/networkSecurityGroups/securityRules@2025-05-01' = [
  for rule in dnsServerRules: {
    parent: dnsServerNsg
    name: rule.name
    properties: rule.properties
  }
]

// domain-controllers: Domain controllers
var domainControllersRules = [
  {
    name: 'Allow-auditor-server-to-domain-controllers-Tcp-135-from-1024-65535-In'
    properties: {
      description: 'Service Control Manager Remote Protocol (RPC). Core Service installation; Windows Management Instrumentation. Firewall configuration'
      protocol: 'Tcp'
      sourcePortRange: '1024-65535'
      destinationPortRange: '135'
      sourceAddressPrefix: '10.20.0.10/32'
      destinationAddressPrefix: '10.20.1.0/24'
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
      sourceAddressPrefix: '10.20.0.10/32'
      destinationAddressPrefix: '10.20.1.0/24'
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
      sourceAddressPrefix: '10.20.0.10/32'
      destinationAddressPrefix: '10.20.1.0/24'
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
      sourceAddressPrefix: '10.20.0.10/32'
      destinationAddressPrefix: '10.20.1.0/24'
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
      sourceAddressPrefix: '10.20.0.10/32'
      destinationAddressPrefix: '10.20.1.0/24'
      access: 'Allow'
      priority: 1926
      direction: 'Inbound'
    }
  }
]

resource domainControllersNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' existing = {
  name: domainControllersNsgName
}

@batchSize(1)
resource domainControllersSecurityRules 'Microsoft.Network/networkSecurityGroups/securityRules@2025-05-01' = [
  for rule in domainControllersRules: {
    parent: domainControllersNsg
    name: rule.name
    properties: rule.properties
  }
]
