package dev.headnote.encode;

import ai.djl.util.ClassLoaderUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * A build of PyTorch in an artifact on the class path.
 *
 * @param artifact its name, such as pytorch-native-cpu
 * @param version its version
 * @param platform the platform that it is for, such as linux-x86_64
 */
record NativeLibrary(String artifact, String version, String platform) {

  /** Those on the class path; an artifact that can't be read counts as not there. */
  static List<NativeLibrary> onClassPath() {
    List<NativeLibrary> libraries = new ArrayList<>();
    try {
      for (URL url :
          Collections.list(
              ClassLoaderUtils.getContextClassLoader()
                  .getResources("native/lib/pytorch.properties"))) {
        Properties properties = new Properties();
        try (InputStream in = url.openStream()) {
          properties.load(in);
        }
        libraries.add(
            new NativeLibrary(
                "pytorch-native-" + properties.getProperty("flavor", "?"),
                properties.getProperty("version", "?"),
                properties.getProperty("classifier", "?")));
      }
    } catch (IOException | IllegalArgumentException e) {
      // What needs the library says that it isn't there.
    }
    return libraries;
  }

  /** This JVM's platform, in the artifacts' words. */
  static String thisPlatform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    return (os.startsWith("win") ? "win" : os.startsWith("mac") ? "osx" : "linux")
        + "-"
        + (arch.equals("amd64") ? "x86_64" : arch);
  }

  @Override
  public String toString() {
    return artifact + " " + version;
  }
}
