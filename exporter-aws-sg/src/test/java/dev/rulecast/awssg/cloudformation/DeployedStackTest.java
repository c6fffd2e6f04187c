package dev.rulecast.awssg.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rulecast.testkit.reference.Permission;
import java.io.IOException;
import java.util.Map;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves the reader: it notices each kind of wrong template. */
class DeployedStackTest {
  private static final Map<String, String> VALUES = Map.of("VpcId", "vpc-0123456789abcdef0");

  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Description: "Test"
      Parameters:
        VpcId:
          Type: AWS::EC2::VPC::Id
          Description: "VPC."
      Resources:
        WebSecurityGroup:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: "Firewall rules of web"
            VpcId: !Ref VpcId
            SecurityGroupIngress:
              - Description: "Web"
                IpProtocol: "tcp"
                FromPort: 443
                ToPort: 443
                CidrIp: "10.0.0.0/8"
            SecurityGroupEgress:
              - Description: "No other outbound traffic"
                IpProtocol: "icmp"
                FromPort: 252
                ToPort: 86
                CidrIp: "255.255.255.255/32"
            Tags:
              - Key: "Name"
                Value: "web"
        WebToWebTcp22:
          Type: AWS::EC2::SecurityGroupEgress
          Properties:
            Description: "Shell"
            GroupId: !GetAtt WebSecurityGroup.GroupId
            IpProtocol: "tcp"
            FromPort: 22
            ToPort: 22
            DestinationSecurityGroupId: !GetAtt WebSecurityGroup.GroupId
      Outputs:
        WebSecurityGroupId:
          Description: "ID."
          Value: !GetAtt WebSecurityGroup.GroupId
      """;

  private static SortedSet<Permission> read(String template) {
    return DeployedStack.of(TemplateReader.yaml(template), VALUES).permissions();
  }

  @Test
  void readsAllPermissionsButTheOneThatMatchesNothing() {
    assertThat(read(TEMPLATE))
        .extracting(Permission::toString)
        .containsExactly(
            "web ingress tcp 443..443 cidr:10.0.0.0/8", "web egress tcp 22..22 group:web");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "2010-09-09"                   | 2010-09-09
          IpProtocol: "icmp"             | IpProtocol: "udp"
          CidrIp: "10.0.0.0/8"           | CidrIpv6: "10.0.0.0/8"
          CidrIp: "10.0.0.0/8"           | DestinationPrefixListId: "pl-1a2b3c4d"
          CidrIp: "10.0.0.0/8"           | SourceSecurityGroupId: "sg-1a2b3c4d"
          CidrIp: "10.0.0.0/8"           | SourceSecurityGroupName: "web"
          CidrIp: "10.0.0.0/8"           | Description2: "x"
          IpProtocol: "tcp"              | IpProtocol: "-1"
          FromPort: 443                  | FromPort: "443"
          Description: "Web"             | Description: "a > b"
          Description: "Web"             | Description: "((x))}"
          Description: "Web"             | Description: !Sub "x"
          Description: "Shell"           | Description: "{{resolve:ssm:/x}}"
          rules of web                   | rules of another
          Tags:                          | GroupName: "web", Tags:
          !Ref VpcId                     | !Ref Other
          !Ref VpcId                     | "vpc-1a2b3c4d"
          WebSecurityGroup.GroupId       | WebSecurityGroup.Id
          AWS::EC2::SecurityGroupEgress  | AWS::EC2::Instance
          WebToWebTcp22                  | Web-Tcp22
          WebToWebTcp22                  | WebSecurityGroup
          WebToWebTcp22                  | VpcId
          Outputs:                       | Conditions:
          WebSecurityGroupId:            | WwwSecurityGroupId:
          AWS::EC2::VPC::Id              | String
          """)
  void findsWhatIsWrong(String text, String replacement) {
    assertThat(TEMPLATE).contains(text);
    String wrong = TEMPLATE.replace(text, replacement.replace(", ", "\n      "));
    assertThatThrownBy(() -> read(wrong)).isNotNull();
  }

  @Test
  void findsAPermissionThatOccursTwice() {
    String again =
        TEMPLATE.substring(
            TEMPLATE.indexOf("        - Desc"), TEMPLATE.indexOf("      SecurityGroupEgress:"));
    assertThatThrownBy(() -> read(TEMPLATE.replace(again, again + again)))
        .hasMessageContaining("occurs once");
  }

  @Test
  void findsAGroupThatIsOpen() {
    assertThatThrownBy(() -> read(TEMPLATE.replace("FromPort: 252", "FromPort: 251")))
        .hasMessageContaining("web is closed");
  }

  /** The proof compares with the reference, so a narrower or wider rule shows too. */
  @Test
  void differsWhereAnExampleDiffers() throws IOException {
    String yaml = Example.named("lists-and-ranges").export().yaml();
    assertThat(read(yaml)).isNotEqualTo(read(yaml.replaceFirst("CidrIp: \"10", "CidrIp: \"11")));
  }
}
