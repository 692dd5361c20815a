package dev.headnote.benchmarks;

/** Settings of DJL's engines that peers need and Headnote sets for itself. */
final class Engines {

  private Engines() {}

  /** Keeps DJL off the network, and on tokenizers for the CPU. Call it before any use of DJL. */
  static void configure() {
    setUnlessSet("ai.djl.offline", "true");
    setUnlessSet("OPT_OUT_TRACKING", "true");
    if (System.getenv("RUST_FLAVOR") == null) {
      setUnlessSet("RUST_FLAVOR", "cpu");
    }
  }

  /** Starts PyTorch with one thread a call, as Headnote does. */
  static void configureSingleThreaded() {
    configure();
    setUnlessSet("ai.djl.pytorch.num_threads", "1");
    setUnlessSet("ai.djl.pytorch.num_interop_threads", "1");
    setUnlessSet("ai.djl.pytorch.graph_optimizer", "false");
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
