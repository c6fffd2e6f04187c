package dev.rulecast.testkit.tools;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A tool of somebody else that tests use where it is installed. */
public enum Tool {
  /** Terraform, and a filesystem mirror that has the AWS provider, so that no network is needed. */
  TERRAFORM {
    @Override
    public Optional<String> missing() {
      if (onPath("terraform").isEmpty()) {
        return Optional.of("terraform is not on PATH");
      }
      return terraformMirror().isEmpty()
          ? Optional.of(
              "no Terraform filesystem mirror with hashicorp/aws (RULECAST_TERRAFORM_MIRROR)")
          : Optional.empty();
    }
  },
  /** Terraform, and a Python that can run a stand-in for providers. */
  TERRAFORM_STUB {
    @Override
    public Optional<String> missing() {
      return missingCommand("terraform")
          .or(
              () ->
                  pythonWithGrpc().isEmpty()
                      ? Optional.of("no python3 has grpc and msgpack (python3-grpcio)")
                      : Optional.empty());
    }
  },
  /** Node.js, and the npm packages web-tree-sitter and tree-sitter-bicep. */
  TREE_SITTER_BICEP {
    @Override
    public Optional<String> missing() {
      if (onPath("node").isEmpty()) {
        return Optional.of("node is not on PATH");
      }
      return treeSitterBicep().isEmpty()
          ? Optional.of("no npm packages for Bicep (RULECAST_TREE_SITTER_BICEP)")
          : Optional.empty();
    }
  },
  /** moto, which plays AWS. */
  MOTO {
    @Override
    public Optional<String> missing() {
      return missingCommand("moto_server");
    }
  },
  /** cfn-lint, which knows AWS's schemas of CloudFormation resources. */
  CFN_LINT {
    @Override
    public Optional<String> missing() {
      return missingCommand("cfn-lint");
    }
  },
  /** Ansible with the collection community.windows: Debian's package {@code ansible}. */
  ANSIBLE {
    @Override
    public Optional<String> missing() {
      Optional<String> command = missingCommand("ansible-playbook");
      return command.isPresent() || ansibleCollections().isPresent()
          ? command
          : Optional.of("Ansible has no collection community.windows");
    }
  },
  /** ansible-lint, which needs Ansible. */
  ANSIBLE_LINT {
    @Override
    public Optional<String> missing() {
      return missingCommand("ansible-lint");
    }
  },
  /** yamllint. */
  YAMLLINT {
    @Override
    public Optional<String> missing() {
      return missingCommand("yamllint");
    }
  },
  /** Mounts that only one process sees: user namespaces of Linux, and util-linux. */
  MOUNTS {
    @Override
    public Optional<String> missing() {
      return succeeds("unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt")
          ? Optional.empty()
          : Optional.of("nothing can be mounted in a namespace of one's own (unshare -rm)");
    }
  };

  /** Why it cannot be used; empty: it can. */
  public abstract Optional<String> missing();

  private static Optional<String> missingCommand(String command) {
    return onPath(command).isEmpty() ? Optional.of(command + " is not on PATH") : Optional.empty();
  }

  /** A Python that can import {@code grpc} and {@code msgpack}: the system's, or that on PATH. */
  public static Optional<Path> pythonWithGrpc() {
    return Stream.concat(
            Stream.of(Path.of("/usr/bin/python3")).filter(Files::isExecutable),
            onPath("python3").stream())
        .filter(python -> succeeds(python.toString(), "-c", "import grpc, msgpack"))
        .findFirst();
  }

  private static boolean succeeds(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Where a command is. */
  public static Optional<Path> onPath(String command) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, command))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The folder that holds {@code registry.terraform.io/hashicorp/aws}. */
  public static Optional<Path> terraformMirror() {
    List<Path> folders = new ArrayList<>();
    Optional.ofNullable(System.getenv("RULECAST_TERRAFORM_MIRROR"))
        .filter(folder -> !folder.isEmpty())
        .ifPresent(folder -> folders.add(Path.of(folder)));
    folders.add(Path.of(System.getProperty("user.home"), ".terraform.d", "plugins"));
    folders.add(Path.of("/usr/local/share/terraform/plugins"));
    folders.add(Path.of("/usr/share/terraform/plugins"));
    folders.addAll(children(Path.of("/opt")));
    return folders.stream()
        .filter(folder -> Files.isDirectory(folder.resolve("registry.terraform.io/hashicorp/aws")))
        .findFirst();
  }

  /** The folder whose {@code ansible_collections} has community.windows. */
  public static Optional<Path> ansibleCollections() {
    return Stream.of(
            Path.of("/usr/lib/python3/dist-packages"),
            Path.of("/usr/share/ansible/collections"),
            Path.of(System.getProperty("user.home"), ".ansible", "collections"))
        .filter(
            folder -> Files.isDirectory(folder.resolve("ansible_collections/community/windows")))
        .findFirst();
  }

  /**
   * The folder where npm has installed the parser of Bicep: the one that an environment variable
   * names, or the one of its package.json, seen from the module that uses it.
   */
  public static Optional<Path> treeSitterBicep() {
    return Stream.of(
            System.getenv().getOrDefault("RULECAST_TREE_SITTER_BICEP", ""), "src/test/bicep")
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder).toAbsolutePath())
        .filter(folder -> Files.isDirectory(folder.resolve("node_modules/tree-sitter-bicep")))
        .filter(folder -> Files.isDirectory(folder.resolve("node_modules/web-tree-sitter")))
        .findFirst();
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
