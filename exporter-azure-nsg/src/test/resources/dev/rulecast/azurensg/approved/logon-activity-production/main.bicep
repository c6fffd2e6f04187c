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

@description('Tags of the network security groups.')
param tags object = {}

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
          sourceAddressPrefix: '10.20.0.10/32'
          destinationAddressPrefix: '10.20.0.53/32'
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
  }
}

output nsgIds object = {
  'nsg-auditor-server': auditorServerNsg.id
  'nsg-dns-server': dnsServerNsg.id
  'nsg-domain-controllers': domainControllersNsg.id
}
