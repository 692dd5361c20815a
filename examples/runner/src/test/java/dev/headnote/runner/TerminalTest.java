package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TerminalTest {

  /** With "0<&-" its descriptor is the JVM's own file of classes, and closing that crashes it. */
  @Test
  void standardInputStaysOpenWhenAllOfItWasRead() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream before = System.in;
    System.setIn(
        new ByteArrayInputStream(new byte[] {'a'}) {
          @Override
          public void close() {
            closed.set(true);
          }
        });
    try (InputStream in = Terminal.ofProcess().in()) {
      assertThat(in.readAllBytes()).hasSize(1);
    } finally {
      System.setIn(before);
    }
    assertThat(closed).isFalse();
  }
}
