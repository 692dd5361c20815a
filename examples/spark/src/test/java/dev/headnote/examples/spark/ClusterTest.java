package dev.headnote.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A master and two workers as processes, given what the build has assembled. */
@Tag("cluster")
class ClusterTest {

  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");

  @TempDir private Path folder;

  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : processes) {
      process.destroy();
      process.waitFor();
    }
  }

  /** Starts a process whose output goes to a file of that name. */
  private Process start(String name, String options, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("SPARK_HOME");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    builder.environment().put("SPARK_OPTIONS", options);
    Process process = builder.redirectErrorStream(true).redirectOutput(log(name).toFile()).start();
    processes.add(process);
    return process;
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private Matcher await(String name, Pattern line) throws Exception {
    for (int i = 0; i < 1200; i++) {
      Matcher matcher = line.matcher(Files.readString(log(name)));
      if (matcher.find()) {
        return matcher;
      }
      Thread.sleep(50);
    }
    return fail(Files.readString(log(name)));
  }

  @Test
  void rowsOfTwoWorkersAreThoseOfASerialHeadnoteInOrder() throws Exception {
    start(
        "master",
        "",
        "./spark-class",
        "org.apache.spark.deploy.master.Master",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--webui-port",
        "0");
    String master = await("master", MASTER).group(1);
    for (String worker : List.of("worker-1", "worker-2")) {
      start(
          worker,
          "",
          "./spark-class",
          "org.apache.spark.deploy.worker.Worker",
          "--cores",
          "1",
          "--memory",
          "1g",
          "--webui-port",
          "0",
          "--work-dir",
          folder.resolve(worker).toString(),
          master);
    }
    Path input = folder.resolve("articles.jsonl");
    List<JsonNode> expected = Articles.write(input, 4);
    Path events = Files.createDirectory(folder.resolve("events"));
    await("worker-1", Pattern.compile("Successfully registered"));
    await("worker-2", Pattern.compile("Successfully registered"));

    Path output = folder.resolve("digests.jsonl");
    String options =
        "--conf spark.executor.memory=600m --conf spark.executor.cores=1 --conf spark.ui.enabled=false"
            + " --conf spark.sql.files.maxPartitionBytes=30k --conf spark.eventLog.enabled=true"
            + " --conf spark.eventLog.compress=false --conf spark.eventLog.dir="
            + events.toUri()
            // Both are to have a share.
            + " --conf spark.scheduler.minRegisteredResourcesRatio=1";
    Process job =
        start("job", options, "./headnote-spark", master, input.toString(), output.toString());

    assertThat(job.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(job.exitValue()).as(Files.readString(log("job"))).isZero();
    assertThat(Articles.read(output)).isEqualTo(expected);
    assertThat(Files.readString(log("job")))
        .contains(expected.size() + " articles, ")
        .contains(" sentences, 8 failures");
    for (String worker : List.of("worker-1", "worker-2")) {
      assertThat(lines(folder.resolve(worker)).filter(line -> line.contains("Built a Headnote")))
          .as(worker)
          .hasSize(1);
    }
    assertThat(lines(events)).anyMatch(line -> line.contains("\"Name\":\"failures\",\"Update\":"));
  }

  /** All lines of the files below a folder. */
  private static Stream<String> lines(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> lines = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".jar")) {
          lines.addAll(Files.readAllLines(file));
        }
      }
      return lines.stream();
    }
  }
}
