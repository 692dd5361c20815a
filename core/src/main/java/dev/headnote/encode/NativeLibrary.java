package dev.headnote.encode;

import ai.djl.util.ClassLoaderUtils;
import ai.djl.util.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * A build of PyTorch in an artifact on the class path. What asks for one needs DJL there too, and
 * fails with {@link NoClassDefFoundError} without. Immutable.
 *
 * @param artifact its name, such as pytorch-native-cpu
 * @param version its version
 * @param platform the platform that it is for, such as linux-x86_64
 */
public record NativeLibrary(String artifact, String version, String platform) {

  /** Those on the class path; an artifact that can't be read counts as not there. */
  public static List<NativeLibrary> onClassPath() {
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
  public static String thisPlatform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    return (os.startsWith("win") ? "win" : os.startsWith("mac") ? "osx" : "linux")
        + "-"
        + (arch.equals("amd64") ? "x86_64" : arch);
  }

  /**
   * Where DJL unpacks libraries: {@code DJL_CACHE_DIR}, or {@code .djl.ai} in the user's folder. It
   * may not exist yet.
   */
  public static Path cacheFolder() {
    return Utils.getEngineCacheDir("pytorch");
  }

  @Override
  public String toString() {
    return artifact + " " + version;
  }
}
