package dev.headnote.examples.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DigestFilesTest {

  @Test
  void printsFilesInTheirOrder() {
    Path seeds = Path.of(System.getProperty("headnote.root")).resolve("seeds");
    PrintStream stdout = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      DigestFilesKt.main(new String[] {seeds + "/storm-warning.txt", seeds + "/flood-rescue.html"});
    } finally {
      System.setOut(stdout);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .startsWith("Amber wind warning for west coast as Storm Ottoline nears\n[weather ")
        .contains("\nHundreds lifted from roofs as Orrin river bursts its banks\n[disaster")
        .doesNotContain("cookies");
  }
}
