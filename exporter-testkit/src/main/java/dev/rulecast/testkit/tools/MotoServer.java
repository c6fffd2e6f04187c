package dev.rulecast.testkit.tools;

import dev.rulecast.testkit.reference.Direction;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A moto server of this test alone, on a free port of the loopback interface. It ends with {@link
 * #close}, and at the latest with the JVM.
 *
 * <p>It is asked in AWS's query protocol, with a signature that moto does not verify.
 */
public final class MotoServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/SERVICE/aws4_request,"
          + " SignedHeaders=host, Signature=unsigned";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final Thread atExit;
  private final URI uri;

  private MotoServer(int port, Path log) throws IOException {
    this.uri = URI.create("http://127.0.0.1:" + port + "/");
    this.process =
        new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    this.atExit = new Thread(this::kill);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Starts a server and waits until it answers. */
  public static MotoServer start(Path folder) throws IOException, InterruptedException {
    Path log = folder.resolve("moto.log");
    for (int attempt = 1; ; attempt++) {
      // Somebody else may take the port before moto does: hence several attempts.
      MotoServer server = new MotoServer(freePort(), log);
      if (server.answers()) {
        return server;
      }
      server.close();
      if (attempt == 3) {
        throw new IOException("moto_server does not start:\n" + Files.readString(log));
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean answers() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        if (send(request("moto-api/").GET()).contains("html") && process.isAlive()) {
          return true;
        }
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    return false;
  }

  /**
   * What tools must have in their environment to take this for AWS. (With {@code endpoints} in the
   * provider block instead, each run of the provider takes five seconds longer.)
   */
  public Map<String, String> environment() {
    return Map.of("AWS_ENDPOINT_URL", uri.toString());
  }

  /** Forgets everything that was created. */
  public void reset() throws IOException, InterruptedException {
    send(request("moto-api/reset").POST(HttpRequest.BodyPublishers.noBody()));
  }

  /** The id of the VPC that is there without anybody having made it. */
  public String defaultVpc() throws IOException, InterruptedException {
    Document answer =
        ec2("DescribeVpcs", Map.of("Filter.1.Name", "is-default", "Filter.1.Value.1", "true"));
    return text(answer.getDocumentElement(), "vpcId");
  }

  /** Makes a group as somebody else would have made it, and gives its id. */
  public String createSecurityGroup(String name) throws IOException, InterruptedException {
    Document answer =
        ec2(
            "CreateSecurityGroup",
            Map.of("GroupName", name, "GroupDescription", name, "VpcId", defaultVpc()));
    return text(answer.getDocumentElement(), "groupId");
  }

  /** Takes away what AWS lets every new group do: everything outbound. */
  public void revokeDefaultEgress(String group) throws IOException, InterruptedException {
    ec2(
        "RevokeSecurityGroupEgress",
        Map.of(
            "GroupId", group,
            "IpPermissions.1.IpProtocol", "-1",
            "IpPermissions.1.IpRanges.1.CidrIp", "0.0.0.0/0"));
  }

  /**
   * Adds a rule to a group.
   *
   * @param fields of {@code IpPermission}, such as {@code IpRanges.1.CidrIp}
   */
  public void authorize(String group, Direction direction, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> parameters = new HashMap<>(Map.of("GroupId", group));
    fields.forEach((name, value) -> parameters.put("IpPermissions.1." + name, value));
    String end = direction == Direction.INGRESS ? "Ingress" : "Egress";
    ec2("AuthorizeSecurityGroup" + end, parameters);
  }

  /** Makes a stack of a CloudFormation template, and gives its outputs. */
  public Map<String, String> createStack(
      String name, String template, Map<String, String> parameters)
      throws IOException, InterruptedException {
    Map<String, String> form = new HashMap<>(Map.of("StackName", name, "TemplateBody", template));
    int number = 0;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      String prefix = "Parameters.member." + ++number;
      form.put(prefix + ".ParameterKey", parameter.getKey());
      form.put(prefix + ".ParameterValue", parameter.getValue());
    }
    cloudFormation("CreateStack", form);
    Element stack =
        cloudFormation("DescribeStacks", Map.of("StackName", name)).getDocumentElement();
    String status = text(stack, "StackStatus");
    if (!status.equals("CREATE_COMPLETE")) {
      throw new IOException("The stack " + name + " is " + status);
    }
    Map<String, String> outputs = new HashMap<>();
    NodeList keys = stack.getElementsByTagName("OutputKey");
    NodeList values = stack.getElementsByTagName("OutputValue");
    for (int i = 0; i < keys.getLength(); i++) {
      outputs.put(keys.item(i).getTextContent(), values.item(i).getTextContent());
    }
    return outputs;
  }

  /** Every rule of every group. */
  public List<GroupRule> securityGroupRules() throws IOException, InterruptedException {
    List<GroupRule> rules = new ArrayList<>();
    Map<String, String> page = Map.of();
    while (true) {
      Element answer = ec2("DescribeSecurityGroupRules", page).getDocumentElement();
      for (Element set : children(answer, "securityGroupRuleSet")) {
        children(set, "item").forEach(item -> rules.add(rule(item)));
      }
      List<Element> next = children(answer, "nextToken");
      if (next.isEmpty()) {
        return rules;
      }
      page = Map.of("NextToken", next.get(0).getTextContent());
    }
  }

  private static GroupRule rule(Element item) {
    Map<String, String> fields = new HashMap<>();
    for (Element child : children(item, "*")) {
      if (child.getTagName().equals("referencedGroupInfo")) {
        fields.put("referencedGroupId", text(child, "groupId"));
      } else {
        fields.put(child.getTagName(), child.getTextContent());
      }
    }
    return new GroupRule(Map.copyOf(fields));
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element
          && (name.equals("*") || element.getTagName().equals(name))) {
        children.add(element);
      }
    }
    return children;
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }

  private Document ec2(String action, Map<String, String> parameters)
      throws IOException, InterruptedException {
    return query("ec2", "2016-11-15", action, parameters);
  }

  private Document cloudFormation(String action, Map<String, String> parameters)
      throws IOException, InterruptedException {
    return query("cloudformation", "2010-05-15", action, parameters);
  }

  private Document query(
      String service, String version, String action, Map<String, String> parameters)
      throws IOException, InterruptedException {
    Map<String, String> form = new HashMap<>(parameters);
    form.put("Action", action);
    form.put("Version", version);
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String answer =
        send(
            request("")
                .header("Authorization", AUTHORIZATION.replace("SERVICE", service))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(answer)));
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(action + " answered: " + answer, e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri.resolve(path)).timeout(PATIENCE);
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() != 200) {
      throw new IOException("moto answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }
}
