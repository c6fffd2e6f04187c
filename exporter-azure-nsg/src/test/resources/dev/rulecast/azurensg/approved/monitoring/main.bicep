metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'monitoring'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of bastion. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param bastionNsgName string = 'nsg-bastion'

@description('Network security group of databases. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param databasesNsgName string = 'nsg-databases'

@description('Network security group of load-balancers. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param loadBalancersNsgName string = 'nsg-load-balancers'

@description('Network security group of monitoring-server. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param monitoringServerNsgName string = 'nsg-monitoring-server'

@description('Network security group of web-servers. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param webServersNsgName string = 'nsg-web-servers'

@description('IPv4 addresses of mail-relay (Mail relay of the provider): networks such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4. Host names: *.mail.example.com, smtp.example.com.')
@minLength(1)
param mailRelayPrefixesIpv4 array

@description('IPv6 addresses of mail-relay (Mail relay of the provider): networks such as 2001:db8::/64 or 2001:db8::1/128, all IPv6. Host names: *.mail.example.com, smtp.example.com.')
@minLength(1)
param mailRelayPrefixesIpv6 array

@description('IPv4 addresses of status-page (Status page): networks such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4.')
@minLength(1)
param statusPagePrefixesIpv4 array

@description('IPv6 addresses of status-page (Status page): networks such as 2001:db8::/64 or 2001:db8::1/128, all IPv6.')
@minLength(1)
param statusPagePrefixesIpv6 array

@description('Tags of the network security groups.')
param tags object = {}

// What was given; anything but networks without host bits (any, *, /0) fails the deployment.
var mailRelayPrefixesIpv4Checked = map(mailRelayPrefixesIpv4, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (!contains(prefix, ':')) ? prefix : fail('mailRelayPrefixesIpv4: write networks such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4, in their shortest form, without host bits, and not /0.')))
var mailRelayPrefixesIpv6Checked = map(mailRelayPrefixesIpv6, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (contains(prefix, ':')) ? prefix : fail('mailRelayPrefixesIpv6: write networks such as 2001:db8::/64 or 2001:db8::1/128, all IPv6, in their shortest form, without host bits, and not /0.')))
var statusPagePrefixesIpv4Checked = map(statusPagePrefixesIpv4, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (!contains(prefix, ':')) ? prefix : fail('statusPagePrefixesIpv4: write networks such as 10.0.0.0/24 or 10.0.0.1/32, all IPv4, in their shortest form, without host bits, and not /0.')))
var statusPagePrefixesIpv6Checked = map(statusPagePrefixesIpv6, prefix => ((prefix == '${parseCidr(prefix).network}/${parseCidr(prefix).cidr}') && (parseCidr(prefix).cidr > 0) && (contains(prefix, ':')) ? prefix : fail('statusPagePrefixesIpv6: write networks such as 2001:db8::/64 or 2001:db8::1/128, all IPv6, in their shortest form, without host bits, and not /0.')))

// bastion: Bastion host
resource bastionNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: bastionNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-operators-to-bastion-Tcp-22-In'
        properties: {
          description: 'Administration'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '22'
          sourceAddressPrefix: '198.51.100.0/24'
          destinationAddressPrefix: '10.30.0.5/32'
          access: 'Allow'
          priority: 1307
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-operators-to-bastion-Tcp-22-IPv6-In'
        properties: {
          description: 'Administration'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '22'
          sourceAddressPrefix: '2001:db8:ff00::/40'
          destinationAddressPrefix: '2001:db8:30::5/128'
          access: 'Allow'
          priority: 1821
          direction: 'Inbound'
        }
      }
      // Wider: network security groups do not match the program.
      {
        name: 'Allow-monitoring-server-to-bastion-Tcp-9100-from-32768-60999-In'
        properties: {
          description: 'Metrics of the agent (every program)'
          protocol: 'Tcp'
          sourcePortRange: '32768-60999'
          destinationPortRange: '9100'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefix: '10.30.0.5/32'
          access: 'Allow'
          priority: 2556
          direction: 'Inbound'
        }
      }
      // Wider: network security groups do not match the program.
      {
        name: 'Allow-monitoring-server-to-bastion-Tcp-9100-from-32768-60999-IPv6-In'
        properties: {
          description: 'Metrics of the agent (every program)'
          protocol: 'Tcp'
          sourcePortRange: '32768-60999'
          destinationPortRange: '9100'
          sourceAddressPrefix: '2001:db8:30::10/128'
          destinationAddressPrefix: '2001:db8:30::5/128'
          access: 'Allow'
          priority: 3011
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-partner-gateway-to-bastion-Esp-In'
        properties: {
          description: 'Tunnel of the partner'
          protocol: 'Esp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '203.0.113.7/32'
          destinationAddressPrefix: '10.30.0.5/32'
          access: 'Allow'
          priority: 1790
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-bastion-to-monitoring-server-Udp-123-from-123-Out'
        properties: {
          description: 'Time service'
          protocol: 'Udp'
          sourcePortRange: '123'
          destinationPortRange: '123'
          sourceAddressPrefix: '10.30.0.5/32'
          destinationAddressPrefix: '10.30.0.10/32'
          access: 'Allow'
          priority: 1700
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-bastion-to-monitoring-server-Udp-123-from-123-IPv6-Out'
        properties: {
          description: 'Time service'
          protocol: 'Udp'
          sourcePortRange: '123'
          destinationPortRange: '123'
          sourceAddressPrefix: '2001:db8:30::5/128'
          destinationAddressPrefix: '2001:db8:30::10/128'
          access: 'Allow'
          priority: 2784
          direction: 'Outbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-bastion-to-databases-Icmp-Out'
        properties: {
          description: 'Reachability (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.30.0.5/32'
          destinationAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          access: 'Allow'
          priority: 3159
          direction: 'Outbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-bastion-to-web-servers-Icmp-Out'
        properties: {
          description: 'Reachability (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.30.0.5/32'
          destinationAddressPrefix: '10.30.1.0/24'
          access: 'Allow'
          priority: 1663
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-bastion-to-databases-Any-Out'
        properties: {
          description: 'Emergency access'
          protocol: '*'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.30.0.5/32'
          destinationAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          access: 'Allow'
          priority: 1557
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-bastion-to-databases-Any-IPv6-Out'
        properties: {
          description: 'Emergency access'
          protocol: '*'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '2001:db8:30::5/128'
          destinationAddressPrefix: '2001:db8:30:2::/64'
          access: 'Allow'
          priority: 3567
          direction: 'Outbound'
        }
      }
    ]
  }
}

// databases: Database cluster
resource databasesNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: databasesNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Deny-guests-to-databases-Tcp-Any-In'
        properties: {
          description: 'Guests never reach the databases'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '192.168.100.0/24'
          destinationAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          access: 'Deny'
          priority: 975
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-databases-to-databases-Tcp-5432-In'
        properties: {
          description: 'Replication inside the cluster and its heartbeat'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          destinationAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          access: 'Allow'
          priority: 3677
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-databases-to-databases-Tcp-5432-IPv6-In'
        properties: {
          description: 'Replication inside the cluster and its heartbeat'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefix: '2001:db8:30:2::/64'
          destinationAddressPrefix: '2001:db8:30:2::/64'
          access: 'Allow'
          priority: 3431
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-databases-to-databases-Tcp-7000-7003-In'
        properties: {
          description: 'Replication inside the cluster and its heartbeat'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '7000-7003'
          sourceAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          destinationAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          access: 'Allow'
          priority: 2483
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-databases-to-databases-Tcp-7000-7003-IPv6-In'
        properties: {
          description: 'Replication inside the cluster and its heartbeat'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '7000-7003'
          sourceAddressPrefix: '2001:db8:30:2::/64'
          destinationAddressPrefix: '2001:db8:30:2::/64'
          access: 'Allow'
          priority: 1382
          direction: 'Inbound'
        }
      }
      // Wider: network security groups do not match the program.
      {
        name: 'Allow-monitoring-server-to-databases-Tcp-9100-from-32768-60999-In'
        properties: {
          description: 'Metrics of the agent (every program)'
          protocol: 'Tcp'
          sourcePortRange: '32768-60999'
          destinationPortRange: '9100'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          access: 'Allow'
          priority: 3373
          direction: 'Inbound'
        }
      }
      // Wider: network security groups do not match the program.
      {
        name: 'Allow-monitoring-server-to-databases-Tcp-9100-from-32768-60999-IPv6-In'
        properties: {
          description: 'Metrics of the agent (every program)'
          protocol: 'Tcp'
          sourcePortRange: '32768-60999'
          destinationPortRange: '9100'
          sourceAddressPrefix: '2001:db8:30::10/128'
          destinationAddressPrefix: '2001:db8:30:2::/64'
          access: 'Allow'
          priority: 2857
          direction: 'Inbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-bastion-to-databases-Icmp-In'
        properties: {
          description: 'Reachability (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.30.0.5/32'
          destinationAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          access: 'Allow'
          priority: 3499
          direction: 'Inbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-monitoring-server-to-databases-Icmp-In'
        properties: {
          description: 'Reachability (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          access: 'Allow'
          priority: 3438
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-bastion-to-databases-Any-In'
        properties: {
          description: 'Emergency access'
          protocol: '*'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.30.0.5/32'
          destinationAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          access: 'Allow'
          priority: 3946
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-bastion-to-databases-Any-IPv6-In'
        properties: {
          description: 'Emergency access'
          protocol: '*'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '2001:db8:30::5/128'
          destinationAddressPrefix: '2001:db8:30:2::/64'
          access: 'Allow'
          priority: 3732
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-databases-to-backup-store-Tcp-443-Out'
        properties: {
          description: 'Nightly backups'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          destinationAddressPrefix: 'Storage'
          access: 'Allow'
          priority: 2340
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-databases-to-backup-store-Tcp-443-IPv6-Out'
        properties: {
          description: 'Nightly backups'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '2001:db8:30:2::/64'
          destinationAddressPrefix: 'Storage'
          access: 'Allow'
          priority: 1097
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-databases-to-databases-Tcp-5432-Out'
        properties: {
          description: 'Replication inside the cluster and its heartbeat'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          destinationAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          access: 'Allow'
          priority: 1439
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-databases-to-databases-Tcp-5432-IPv6-Out'
        properties: {
          description: 'Replication inside the cluster and its heartbeat'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '5432'
          sourceAddressPrefix: '2001:db8:30:2::/64'
          destinationAddressPrefix: '2001:db8:30:2::/64'
          access: 'Allow'
          priority: 1742
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-databases-to-databases-Tcp-7000-7003-Out'
        properties: {
          description: 'Replication inside the cluster and its heartbeat'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '7000-7003'
          sourceAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          destinationAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          access: 'Allow'
          priority: 3969
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-databases-to-databases-Tcp-7000-7003-IPv6-Out'
        properties: {
          description: 'Replication inside the cluster and its heartbeat'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '7000-7003'
          sourceAddressPrefix: '2001:db8:30:2::/64'
          destinationAddressPrefix: '2001:db8:30:2::/64'
          access: 'Allow'
          priority: 1318
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-databases-to-monitoring-server-Udp-123-from-123-Out'
        properties: {
          description: 'Time service'
          protocol: 'Udp'
          sourcePortRange: '123'
          destinationPortRange: '123'
          sourceAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          destinationAddressPrefix: '10.30.0.10/32'
          access: 'Allow'
          priority: 2800
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-databases-to-monitoring-server-Udp-123-from-123-IPv6-Out'
        properties: {
          description: 'Time service'
          protocol: 'Udp'
          sourcePortRange: '123'
          destinationPortRange: '123'
          sourceAddressPrefix: '2001:db8:30:2::/64'
          destinationAddressPrefix: '2001:db8:30::10/128'
          access: 'Allow'
          priority: 2892
          direction: 'Outbound'
        }
      }
    ]
  }
}

// load-balancers: Load balancers in an existing security group
resource loadBalancersNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: loadBalancersNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-load-balancers-to-web-servers-Tcp-443-Out'
        properties: {
          description: 'Traffic of the shop'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceApplicationSecurityGroups: [
            {
              id: resourceId('Microsoft.Network/applicationSecurityGroups', 'asg-load-balancers')
            }
          ]
          destinationAddressPrefix: '10.30.1.0/24'
          access: 'Allow'
          priority: 3061
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-load-balancers-to-web-servers-Tcp-443-IPv6-Out'
        properties: {
          description: 'Traffic of the shop'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceApplicationSecurityGroups: [
            {
              id: resourceId('Microsoft.Network/applicationSecurityGroups', 'asg-load-balancers')
            }
          ]
          destinationAddressPrefix: '2001:db8:30:1::/64'
          access: 'Allow'
          priority: 2785
          direction: 'Outbound'
        }
      }
    ]
  }
}

// monitoring-server: Monitoring server
resource monitoringServerNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: monitoringServerNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-bastion-to-monitoring-server-Udp-123-from-123-In'
        properties: {
          description: 'Time service'
          protocol: 'Udp'
          sourcePortRange: '123'
          destinationPortRange: '123'
          sourceAddressPrefix: '10.30.0.5/32'
          destinationAddressPrefix: '10.30.0.10/32'
          access: 'Allow'
          priority: 3874
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-bastion-to-monitoring-server-Udp-123-from-123-IPv6-In'
        properties: {
          description: 'Time service'
          protocol: 'Udp'
          sourcePortRange: '123'
          destinationPortRange: '123'
          sourceAddressPrefix: '2001:db8:30::5/128'
          destinationAddressPrefix: '2001:db8:30::10/128'
          access: 'Allow'
          priority: 2249
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-databases-to-monitoring-server-Udp-123-from-123-In'
        properties: {
          description: 'Time service'
          protocol: 'Udp'
          sourcePortRange: '123'
          destinationPortRange: '123'
          sourceAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          destinationAddressPrefix: '10.30.0.10/32'
          access: 'Allow'
          priority: 2957
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-databases-to-monitoring-server-Udp-123-from-123-IPv6-In'
        properties: {
          description: 'Time service'
          protocol: 'Udp'
          sourcePortRange: '123'
          destinationPortRange: '123'
          sourceAddressPrefix: '2001:db8:30:2::/64'
          destinationAddressPrefix: '2001:db8:30::10/128'
          access: 'Allow'
          priority: 2791
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-web-servers-to-monitoring-server-Udp-123-from-123-In'
        properties: {
          description: 'Time service'
          protocol: 'Udp'
          sourcePortRange: '123'
          destinationPortRange: '123'
          sourceAddressPrefix: '10.30.1.0/24'
          destinationAddressPrefix: '10.30.0.10/32'
          access: 'Allow'
          priority: 1897
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-web-servers-to-monitoring-server-Udp-123-from-123-IPv6-In'
        properties: {
          description: 'Time service'
          protocol: 'Udp'
          sourcePortRange: '123'
          destinationPortRange: '123'
          sourceAddressPrefix: '2001:db8:30:1::/64'
          destinationAddressPrefix: '2001:db8:30::10/128'
          access: 'Allow'
          priority: 1592
          direction: 'Inbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-web-servers-to-monitoring-server-Icmp-In'
        properties: {
          description: 'Path MTU discovery (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.30.1.0/24'
          destinationAddressPrefix: '10.30.0.10/32'
          access: 'Allow'
          priority: 2456
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-mail-relay-Tcp-443-Out'
        properties: {
          description: 'Alarms by mail, and the status page'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefixes: mailRelayPrefixesIpv4Checked
          access: 'Allow'
          priority: 3492
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-mail-relay-Tcp-443-IPv6-Out'
        properties: {
          description: 'Alarms by mail, and the status page'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '2001:db8:30::10/128'
          destinationAddressPrefixes: mailRelayPrefixesIpv6Checked
          access: 'Allow'
          priority: 3256
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-status-page-Tcp-443-Out'
        properties: {
          description: 'Alarms by mail, and the status page'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefixes: statusPagePrefixesIpv4Checked
          access: 'Allow'
          priority: 2815
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-status-page-Tcp-443-IPv6-Out'
        properties: {
          description: 'Alarms by mail, and the status page'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '2001:db8:30::10/128'
          destinationAddressPrefixes: statusPagePrefixesIpv6Checked
          access: 'Allow'
          priority: 2765
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-web-servers-Tcp-443-Out'
        properties: {
          description: 'Probes of "/health" & "/ready" -> alarms'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefix: '10.30.1.0/24'
          access: 'Allow'
          priority: 1937
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-web-servers-Tcp-443-IPv6-Out'
        properties: {
          description: 'Probes of "/health" & "/ready" -> alarms'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '2001:db8:30::10/128'
          destinationAddressPrefix: '2001:db8:30:1::/64'
          access: 'Allow'
          priority: 3740
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-mail-relay-Tcp-587-Out'
        properties: {
          description: 'Alarms by mail, and the status page'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '587'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefixes: mailRelayPrefixesIpv4Checked
          access: 'Allow'
          priority: 3763
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-mail-relay-Tcp-587-IPv6-Out'
        properties: {
          description: 'Alarms by mail, and the status page'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '587'
          sourceAddressPrefix: '2001:db8:30::10/128'
          destinationAddressPrefixes: mailRelayPrefixesIpv6Checked
          access: 'Allow'
          priority: 1249
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-status-page-Tcp-587-Out'
        properties: {
          description: 'Alarms by mail, and the status page'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '587'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefixes: statusPagePrefixesIpv4Checked
          access: 'Allow'
          priority: 3993
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-status-page-Tcp-587-IPv6-Out'
        properties: {
          description: 'Alarms by mail, and the status page'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '587'
          sourceAddressPrefix: '2001:db8:30::10/128'
          destinationAddressPrefixes: statusPagePrefixesIpv6Checked
          access: 'Allow'
          priority: 1256
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-web-servers-Tcp-8080-Out'
        properties: {
          description: 'Probes of "/health" & "/ready" -> alarms'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8080'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefix: '10.30.1.0/24'
          access: 'Allow'
          priority: 2547
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-web-servers-Tcp-8080-IPv6-Out'
        properties: {
          description: 'Probes of "/health" & "/ready" -> alarms'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8080'
          sourceAddressPrefix: '2001:db8:30::10/128'
          destinationAddressPrefix: '2001:db8:30:1::/64'
          access: 'Allow'
          priority: 2079
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-web-servers-Tcp-8443-8444-Out'
        properties: {
          description: 'Probes of "/health" & "/ready" -> alarms'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8443-8444'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefix: '10.30.1.0/24'
          access: 'Allow'
          priority: 3836
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-web-servers-Tcp-8443-8444-IPv6-Out'
        properties: {
          description: 'Probes of "/health" & "/ready" -> alarms'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8443-8444'
          sourceAddressPrefix: '2001:db8:30::10/128'
          destinationAddressPrefix: '2001:db8:30:1::/64'
          access: 'Allow'
          priority: 3869
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-bastion-Tcp-9100-from-32768-60999-Out'
        properties: {
          description: 'Metrics of the agent'
          protocol: 'Tcp'
          sourcePortRange: '32768-60999'
          destinationPortRange: '9100'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefix: '10.30.0.5/32'
          access: 'Allow'
          priority: 3580
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-bastion-Tcp-9100-from-32768-60999-IPv6-Out'
        properties: {
          description: 'Metrics of the agent'
          protocol: 'Tcp'
          sourcePortRange: '32768-60999'
          destinationPortRange: '9100'
          sourceAddressPrefix: '2001:db8:30::10/128'
          destinationAddressPrefix: '2001:db8:30::5/128'
          access: 'Allow'
          priority: 1062
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-databases-Tcp-9100-from-32768-60999-Out'
        properties: {
          description: 'Metrics of the agent'
          protocol: 'Tcp'
          sourcePortRange: '32768-60999'
          destinationPortRange: '9100'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          access: 'Allow'
          priority: 3589
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-databases-Tcp-9100-from-32768-60999-IPv6-Out'
        properties: {
          description: 'Metrics of the agent'
          protocol: 'Tcp'
          sourcePortRange: '32768-60999'
          destinationPortRange: '9100'
          sourceAddressPrefix: '2001:db8:30::10/128'
          destinationAddressPrefix: '2001:db8:30:2::/64'
          access: 'Allow'
          priority: 2315
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-web-servers-Tcp-9100-from-32768-60999-Out'
        properties: {
          description: 'Metrics of the agent'
          protocol: 'Tcp'
          sourcePortRange: '32768-60999'
          destinationPortRange: '9100'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefix: '10.30.1.0/24'
          access: 'Allow'
          priority: 2824
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-web-servers-Tcp-9100-from-32768-60999-IPv6-Out'
        properties: {
          description: 'Metrics of the agent'
          protocol: 'Tcp'
          sourcePortRange: '32768-60999'
          destinationPortRange: '9100'
          sourceAddressPrefix: '2001:db8:30::10/128'
          destinationAddressPrefix: '2001:db8:30:1::/64'
          access: 'Allow'
          priority: 1115
          direction: 'Outbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-monitoring-server-to-databases-Icmp-Out'
        properties: {
          description: 'Reachability (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefixes: [
            '10.30.2.0/24'
            '10.30.3.10/31'
            '10.30.3.12/31'
          ]
          access: 'Allow'
          priority: 1697
          direction: 'Outbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-monitoring-server-to-status-page-Icmp-Out'
        properties: {
          description: 'The status page is watched too (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefixes: statusPagePrefixesIpv4Checked
          access: 'Allow'
          priority: 3829
          direction: 'Outbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-monitoring-server-to-web-servers-Icmp-Out'
        properties: {
          description: 'Reachability (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefix: '10.30.1.0/24'
          access: 'Allow'
          priority: 1766
          direction: 'Outbound'
        }
      }
    ]
  }
}

// web-servers: Web servers
resource webServersNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: webServersNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-load-balancers-to-web-servers-Tcp-443-In'
        properties: {
          description: 'Traffic of the shop'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceApplicationSecurityGroups: [
            {
              id: resourceId('Microsoft.Network/applicationSecurityGroups', 'asg-load-balancers')
            }
          ]
          destinationAddressPrefix: '10.30.1.0/24'
          access: 'Allow'
          priority: 1185
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-load-balancers-to-web-servers-Tcp-443-IPv6-In'
        properties: {
          description: 'Traffic of the shop'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceApplicationSecurityGroups: [
            {
              id: resourceId('Microsoft.Network/applicationSecurityGroups', 'asg-load-balancers')
            }
          ]
          destinationAddressPrefix: '2001:db8:30:1::/64'
          access: 'Allow'
          priority: 2167
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-web-servers-Tcp-443-In'
        properties: {
          description: 'Probes of "/health" & "/ready" -> alarms'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefix: '10.30.1.0/24'
          access: 'Allow'
          priority: 1186
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-web-servers-Tcp-443-IPv6-In'
        properties: {
          description: 'Probes of "/health" & "/ready" -> alarms'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '443'
          sourceAddressPrefix: '2001:db8:30::10/128'
          destinationAddressPrefix: '2001:db8:30:1::/64'
          access: 'Allow'
          priority: 2128
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-web-servers-Tcp-8080-In'
        properties: {
          description: 'Probes of "/health" & "/ready" -> alarms'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8080'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefix: '10.30.1.0/24'
          access: 'Allow'
          priority: 2741
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-web-servers-Tcp-8080-IPv6-In'
        properties: {
          description: 'Probes of "/health" & "/ready" -> alarms'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8080'
          sourceAddressPrefix: '2001:db8:30::10/128'
          destinationAddressPrefix: '2001:db8:30:1::/64'
          access: 'Allow'
          priority: 3653
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-web-servers-Tcp-8443-8444-In'
        properties: {
          description: 'Probes of "/health" & "/ready" -> alarms'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8443-8444'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefix: '10.30.1.0/24'
          access: 'Allow'
          priority: 2196
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-monitoring-server-to-web-servers-Tcp-8443-8444-IPv6-In'
        properties: {
          description: 'Probes of "/health" & "/ready" -> alarms'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRange: '8443-8444'
          sourceAddressPrefix: '2001:db8:30::10/128'
          destinationAddressPrefix: '2001:db8:30:1::/64'
          access: 'Allow'
          priority: 1814
          direction: 'Inbound'
        }
      }
      // Wider: network security groups do not match the program.
      {
        name: 'Allow-monitoring-server-to-web-servers-Tcp-9100-from-32768-60999-In'
        properties: {
          description: 'Metrics of the agent (every program)'
          protocol: 'Tcp'
          sourcePortRange: '32768-60999'
          destinationPortRange: '9100'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefix: '10.30.1.0/24'
          access: 'Allow'
          priority: 2694
          direction: 'Inbound'
        }
      }
      // Wider: network security groups do not match the program.
      {
        name: 'Allow-monitoring-server-to-web-servers-Tcp-9100-from-32768-60999-IPv6-In'
        properties: {
          description: 'Metrics of the agent (every program)'
          protocol: 'Tcp'
          sourcePortRange: '32768-60999'
          destinationPortRange: '9100'
          sourceAddressPrefix: '2001:db8:30::10/128'
          destinationAddressPrefix: '2001:db8:30:1::/64'
          access: 'Allow'
          priority: 2281
          direction: 'Inbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-bastion-to-web-servers-Icmp-In'
        properties: {
          description: 'Reachability (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.30.0.5/32'
          destinationAddressPrefix: '10.30.1.0/24'
          access: 'Allow'
          priority: 1153
          direction: 'Inbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-monitoring-server-to-web-servers-Icmp-In'
        properties: {
          description: 'Reachability (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.30.0.10/32'
          destinationAddressPrefix: '10.30.1.0/24'
          access: 'Allow'
          priority: 2056
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-web-servers-to-monitoring-server-Udp-123-from-123-Out'
        properties: {
          description: 'Time service'
          protocol: 'Udp'
          sourcePortRange: '123'
          destinationPortRange: '123'
          sourceAddressPrefix: '10.30.1.0/24'
          destinationAddressPrefix: '10.30.0.10/32'
          access: 'Allow'
          priority: 2477
          direction: 'Outbound'
        }
      }
      {
        name: 'Allow-web-servers-to-monitoring-server-Udp-123-from-123-IPv6-Out'
        properties: {
          description: 'Time service'
          protocol: 'Udp'
          sourcePortRange: '123'
          destinationPortRange: '123'
          sourceAddressPrefix: '2001:db8:30:1::/64'
          destinationAddressPrefix: '2001:db8:30::10/128'
          access: 'Allow'
          priority: 3655
          direction: 'Outbound'
        }
      }
      // Wider: network security groups do not match the ICMP type.
      {
        name: 'Allow-web-servers-to-monitoring-server-Icmp-Out'
        properties: {
          description: 'Path MTU discovery (every ICMP type)'
          protocol: 'Icmp'
          sourcePortRange: '*'
          destinationPortRange: '*'
          sourceAddressPrefix: '10.30.1.0/24'
          destinationAddressPrefix: '10.30.0.10/32'
          access: 'Allow'
          priority: 1468
          direction: 'Outbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-bastion': bastionNsg.id
  'nsg-databases': databasesNsg.id
  'nsg-load-balancers': loadBalancersNsg.id
  'nsg-monitoring-server': monitoringServerNsg.id
  'nsg-web-servers': webServersNsg.id
}
