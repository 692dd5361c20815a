package dev.headnote.runner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Blocks of Java from pages, compiled in memory against the class path of this test.
 *
 * <p>A block that holds a class is compiled as it stands. Any other is the body of a method, which
 * has the variables of {@link DocumentedVariables} and the imports of {@link #IMPORTS}.
 */
final class JavaBlocks {

  private static final String IMPORTS =
      "import dev.headnote.*; import dev.headnote.topic.*; import dev.headnote.summary.*;"
          + " import dev.headnote.text.*; import dev.headnote.keyphrase.*;"
          + " import java.nio.file.*; import java.util.*; import java.util.stream.*; ";

  private static final Pattern CLASS =
      Pattern.compile("(?m)^(?:public |final |abstract )*(?:class|record|interface|enum) (\\w+)");

  /** The sources by the name of the class to run. */
  private final Map<String, Source> sources = new LinkedHashMap<>();

  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

  /**
   * Adds a block.
   *
   * @param where names it in messages
   * @return the name of the class whose {@code main} runs it
   */
  String add(String where, String block) {
    String folder = "block" + sources.size();
    var declared = CLASS.matcher(block);
    String simple = declared.find() ? declared.group(1) : "Block";
    // On the first line, so that the compiler counts lines as the page does.
    String source =
        simple.equals("Block") && !block.contains("class Block")
            ? "package "
                + folder
                + "; "
                + IMPORTS
                + "class Block extends dev.headnote.runner.DocumentedVariables {"
                + " public static void main(String[] args) throws Exception { new Block().run(); }"
                + " void run() throws Exception { "
                + block
                + "\n} }"
            : "package " + folder + "; " + block;
    String name = folder + "." + simple;
    sources.put(name, new Source(where, name, source));
    return name;
  }

  /** Compiles all blocks, and returns what is wrong with them. */
  List<String> compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
      compiler
          .getTask(
              null,
              new InMemory(files),
              found,
              List.of("-proc:none", "-cp", System.getProperty("java.class.path")),
              null,
              sources.values())
          .call();
    }
    List<String> wrong = new ArrayList<>();
    for (var diagnostic : found.getDiagnostics()) {
      if (diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR) {
        String where = diagnostic.getSource() instanceof Source source ? source.where : "?";
        wrong.add(
            where
                + ", line "
                + diagnostic.getLineNumber()
                + " of the block: "
                + diagnostic.getMessage(null));
      }
    }
    return wrong;
  }

  /** Runs a block that was compiled. */
  void run(String name) throws ReflectiveOperationException {
    ClassLoader loader =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> findClass(String wanted) throws ClassNotFoundException {
            ByteArrayOutputStream bytes = classes.get(wanted);
            if (bytes == null) {
              throw new ClassNotFoundException(wanted);
            }
            return defineClass(wanted, bytes.toByteArray(), 0, bytes.size());
          }
        };
    var main = loader.loadClass(name).getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    main.invoke(null, (Object) new String[0]);
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String where;
    private final String text;

    Source(String where, String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.where = where;
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

    InMemory(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("class:///" + name.replace('.', '/')), kind) {
        @Override
        public OutputStream openOutputStream() {
          return classes.compute(name, (key, old) -> new ByteArrayOutputStream());
        }
      };
    }
  }
}
