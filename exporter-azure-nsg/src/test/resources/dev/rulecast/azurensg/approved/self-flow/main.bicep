metadata description = 'Network security groups. Written by rulecast; the next export overwrites this file.'
metadata ruleSets = [
  'self-flow'
]

@description('Azure region of the network security groups.')
param location string = resourceGroup().location

@description('Network security group of cluster-nodes. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param clusterNodesNsgName string = 'nsg-cluster-nodes'

@description('Network security group of witness. A deployment replaces ALL custom rules of this group.')
@minLength(1)
@maxLength(80)
param witnessNsgName string = 'nsg-witness'

@description('Tags of the network security groups.')
param tags object = {}

// cluster-nodes: Cluster nodes
resource clusterNodesNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: clusterNodesNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-cluster-nodes-to-cluster-nodes-Udp-3343-In'
        properties: {
          description: 'Cluster heartbeat'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '3343'
          sourceAddressPrefixes: [
            '10.5.0.11/32'
            '10.5.0.12/32'
          ]
          destinationAddressPrefixes: [
            '10.5.0.11/32'
            '10.5.0.12/32'
          ]
          access: 'Allow'
          priority: 1317
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-witness-to-cluster-nodes-Udp-3343-In'
        properties: {
          description: 'Cluster heartbeat'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '3343'
          sourceAddressPrefix: '10.5.0.20/32'
          destinationAddressPrefixes: [
            '10.5.0.11/32'
            '10.5.0.12/32'
          ]
          access: 'Allow'
          priority: 3556
          direction: 'Inbound'
        }
      }
      {
        name: 'Allow-cluster-nodes-to-cluster-nodes-Udp-3343-Out'
        properties: {
          description: 'Cluster heartbeat'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '3343'
          sourceAddressPrefixes: [
            '10.5.0.11/32'
            '10.5.0.12/32'
          ]
          destinationAddressPrefixes: [
            '10.5.0.11/32'
            '10.5.0.12/32'
          ]
          access: 'Allow'
          priority: 2461
          direction: 'Outbound'
        }
      }
    ]
  }
}

// witness: Witness
resource witnessNsg 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: witnessNsgName
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-witness-to-cluster-nodes-Udp-3343-Out'
        properties: {
          description: 'Cluster heartbeat'
          protocol: 'Udp'
          sourcePortRange: '*'
          destinationPortRange: '3343'
          sourceAddressPrefix: '10.5.0.20/32'
          destinationAddressPrefixes: [
            '10.5.0.11/32'
            '10.5.0.12/32'
          ]
          access: 'Allow'
          priority: 1837
          direction: 'Outbound'
        }
      }
    ]
  }
}

output nsgIds object = {
  'nsg-cluster-nodes': clusterNodesNsg.id
  'nsg-witness': witnessNsg.id
}
