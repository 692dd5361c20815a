package dev.headnote.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds where Hugging Face's library is not on the class path, and where it is. */
class NoNativeTokenizerTest {

  private static final byte[] BERT =
      CodePointTokenizer.json(true, true, true, true, c -> c >= 'a' && c <= 'z');

  private static final byte[] OTHER =
      new String(BERT, StandardCharsets.US_ASCII)
          .replaceFirst("\\{\"type\":\"BertNormalizer\"[^}]*}", "{\"type\":\"Lowercase\"}")
          .getBytes(StandardCharsets.US_ASCII);

  @Test
  void readsBertsTokenizerWithoutTheLibrary() throws Exception {
    try (URLClassLoader loader = withoutTheLibrary()) {
      assertThat(tokenizerOf(loader, BERT).getClass().getName()).contains("TokenizerFile");
    }
  }

  @Test
  void namesTheLibraryThatAnotherTokenizerNeeds() throws Exception {
    try (URLClassLoader loader = withoutTheLibrary()) {
      assertThatThrownBy(() -> tokenizerOf(loader, OTHER))
          .hasMessageContaining("ai.djl.huggingface:tokenizers")
          .satisfies(
              e ->
                  assertThat(e.getClass().getMethod("code").invoke(e))
                      .hasToString("ENGINE_UNAVAILABLE"));
    }
  }

  @Test
  void leavesAnotherTokenizerToTheLibrary() {
    try (Windows windows = new Windows(OTHER, "", 8)) {
      // 1 and 0 stand around a text; a is 2, ##b is 5.
      assertThat(windows.of(List.of("AB", "a\0a \ud800")).stream().map(Windows.Window::ids))
          .containsExactly(new long[] {1, 2, 5, 0}, new long[] {1, 2, 2, 1, 0});
    }
  }

  private static Object tokenizerOf(ClassLoader loader, byte[] json) throws Exception {
    Method of =
        loader.loadClass("dev.headnote.encode.Tokenizer").getDeclaredMethod("of", byte[].class);
    of.setAccessible(true);
    try {
      return of.invoke(null, (Object) json);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  private static URLClassLoader withoutTheLibrary() throws MalformedURLException, IOException {
    List<URL> urls = new ArrayList<>();
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!path.contains("huggingface")) {
        urls.add(new File(path).toURI().toURL());
      }
    }
    URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    assertThatThrownBy(() -> loader.loadClass("ai.djl.huggingface.tokenizers.HuggingFaceTokenizer"))
        .isInstanceOf(ClassNotFoundException.class);
    return loader;
  }
}
