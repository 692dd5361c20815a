package dev.headnote;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that digests an article, in a network of its own in which there is nothing, and says
 * what it did with that. Its output is the topic, then "sockets" with what it holds of these, then
 * "packets" with how many it tried to send.
 */
final class OfflineDigest {

  private static final String TEXT =
      """
      The striker scored twice as the home team won the cup final on Saturday. The coach praised
      the goalkeeper after the match. Fans of the league's champions sang in the stadium.
      """;

  private OfflineDigest() {}

  /**
   * @param args the model; with a second one, a connection is tried, to see that it is noticed
   */
  public static void main(String[] args) throws IOException {
    if (args.length > 1) {
      try (Socket socket = new Socket("192.0.2.1", 80)) {
        System.out.println(socket);
      } catch (IOException e) {
        System.out.println(e);
      }
    }
    try (Headnote headnote = Headnote.builder().model(args[0]).keyphrases(3).workers(2).build()) {
      Digest digest = headnote.digest(Article.of(TEXT));
      System.out.println(digest.topics().best().orElseThrow().label().id());
      System.out.println("sockets " + sockets());
    }
    System.out.println("packets " + packets());
  }

  /** Those that are not between processes of this machine: Java's file channels hold such a one. */
  private static List<String> sockets() throws IOException {
    String local = Files.readString(Path.of("/proc/self/net/unix"));
    List<String> sockets = new ArrayList<>();
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      for (Path file : open.toList()) {
        if (Files.isSymbolicLink(file)) {
          String target = Files.readSymbolicLink(file).toString();
          String inode = target.replaceFirst("socket:\\[(\\d+)]", "$1");
          if (target.startsWith("socket:") && !local.contains(" " + inode + "\n")) {
            sockets.add(target);
          }
        }
      }
    }
    return sockets;
  }

  /** How many had no route, as the kernel counts them; there is none to anywhere. */
  private static long packets() throws IOException {
    List<String> ip =
        Files.readAllLines(Path.of("/proc/self/net/snmp")).stream()
            .filter(line -> line.startsWith("Ip:"))
            .toList();
    List<String> names = Arrays.asList(ip.get(0).split(" "));
    String[] values = ip.get(1).split(" ");
    return Long.parseLong(values[names.indexOf("OutNoRoutes")])
        + Long.parseLong(values[names.indexOf("OutRequests")]);
  }
}
