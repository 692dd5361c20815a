package dev.headnote.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.runner.MarkdownPage.Block;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What the pages show can be done: their Java compiles, their command lines parse, their
 * dependencies are there, their links lead somewhere.
 *
 * <p>A block of Java or XML that is part of a file which its page links to is left to that file's
 * own build. {@code <!-- unchecked: REASON -->} above a block leaves it out altogether.
 */
class DocumentationTest {

  private static final String UNCHECKED = "unchecked: ";

  private final List<MarkdownPage> pages = Documentation.pages();

  @Test
  void javaCompiles() throws IOException {
    JavaBlocks blocks = new JavaBlocks();
    int count = 0;
    for (MarkdownPage page : pages) {
      for (Block block : checked(page, "java", ".java")) {
        blocks.add(page.at(block.line()), block.text());
        count++;
      }
    }

    assertThat(count).isPositive();
    assertThat(blocks.compile()).isEmpty();
  }

  @Test
  void commandLinesParse() {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (MarkdownPage page : pages) {
      List<List<String>> calls = new ArrayList<>();
      page.blocks().stream()
          .filter(block -> !block.mark().startsWith(UNCHECKED))
          .forEach(block -> calls.addAll(CommandLines.in(block.text())));
      page.inlineCode().stream()
          .filter(code -> code.contains(".jar"))
          .forEach(code -> calls.addAll(CommandLines.in(code)));
      for (List<String> arguments : calls) {
        count++;
        try {
          Main.parse(new Console().terminal(), arguments);
        } catch (picocli.CommandLine.ParameterException e) {
          wrong.add(page.file() + ": " + String.join(" ", arguments) + ": " + e.getMessage());
        }
      }
    }

    assertThat(count).isPositive();
    assertThat(wrong).isEmpty();
  }

  @Test
  void dependenciesAreManaged() throws Exception {
    Map<String, String> managed = managed();
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (MarkdownPage page : pages) {
      for (Block block : checked(page, "xml", "pom.xml")) {
        count++;
        String where = page.at(block.line()) + ": ";
        Document parsed;
        try {
          parsed = parse("<block>" + block.text().replaceFirst("^<\\?xml.*\\?>", "") + "</block>");
        } catch (SAXException e) {
          wrong.add(where + e.getMessage());
          continue;
        }
        for (Element dependency : elements(parsed.getDocumentElement(), "dependency")) {
          String artifact = child(dependency, "groupId") + ":" + child(dependency, "artifactId");
          String version = child(dependency, "version");
          if (!managed.containsKey(artifact)) {
            wrong.add(where + artifact + " is not managed by the parent pom");
          } else if (!version.isEmpty()
              && !version.startsWith("${")
              && !version.equals(managed.get(artifact))) {
            wrong.add(where + artifact + " has " + managed.get(artifact) + ", not " + version);
          }
        }
      }
    }

    assertThat(count).isPositive();
    assertThat(wrong).isEmpty();
  }

  @Test
  void linksLeadSomewhere() {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (MarkdownPage page : pages) {
      for (String link : page.relativeLinks()) {
        count++;
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = page.file().resolveSibling(path).normalize();
        if (path.isEmpty()) {
          target = page.file();
        }
        if (!Files.exists(target)) {
          wrong.add(page.file() + ": " + link + ": no such file");
        } else if (hash >= 0
            && !MarkdownPage.read(target).anchors().contains(link.substring(hash + 1))) {
          wrong.add(page.file() + ": " + link + ": no such heading");
        }
      }
    }

    assertThat(count).isPositive();
    assertThat(wrong).isEmpty();
  }

  /**
   * Returns a page's blocks of a language but for those that are parts of files.
   *
   * @param ending of the files
   */
  private static List<Block> checked(MarkdownPage page, String language, String ending)
      throws IOException {
    List<String> linked = new ArrayList<>();
    for (String link : page.relativeLinks()) {
      Path file = page.file().resolveSibling(link);
      if (link.endsWith(ending) && Files.isRegularFile(file)) {
        linked.add(Files.readString(file));
      }
    }
    return page.blocks().stream()
        .filter(block -> block.language().equals(language))
        .filter(block -> !block.mark().startsWith(UNCHECKED))
        .filter(block -> linked.stream().noneMatch(file -> file.contains(block.text())))
        .toList();
  }

  /** The versions of what the parent pom and the bill of versions manage, by group and artifact. */
  private static Map<String, String> managed() throws Exception {
    Map<String, String> managed = managed("pom.xml");
    managed.putAll(managed("bom/pom.xml"));
    return managed;
  }

  private static Map<String, String> managed(String pom) throws Exception {
    Element project = parse(Files.readString(Documentation.ROOT.resolve(pom))).getDocumentElement();
    String own = child(project, "version");
    Map<String, String> managed = new HashMap<>();
    for (Element dependency : elements(project, "dependency")) {
      String version = child(dependency, "version").replace("${project.version}", own);
      for (Element properties : elements(project, "properties")) {
        NodeList values = properties.getChildNodes();
        for (int i = 0; i < values.getLength(); i++) {
          String name = "${" + values.item(i).getNodeName() + "}";
          // The first are the default build's, the others a profile's.
          version = version.replace(name, values.item(i).getTextContent());
        }
      }
      managed.putIfAbsent(
          child(dependency, "groupId") + ":" + child(dependency, "artifactId"), version);
    }
    return managed;
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static String child(Element parent, String name) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeName().equals(name)) {
        return child.getTextContent().strip();
      }
    }
    return "";
  }
}
