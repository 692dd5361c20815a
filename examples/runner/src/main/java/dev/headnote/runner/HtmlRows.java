package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.headnote.Article;
import dev.headnote.Furniture;
import dev.headnote.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one page that needs nothing else and loads nothing: each article is a block of JSON in
 * it, which the page's own script shows. What comes from outside is data to a parser of JSON and
 * then text, never markup; and the page's policy lets no script and no style run but its own two,
 * which it names by their SHA-256 (Content Security Policy Level 3).
 */
final class HtmlRows implements RowWriter {

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .rootValueSeparator((String) null)
          .characterEscapes(new InMarkup())
          .build();

  private static final String OPEN = "<script type=\"application/json\" class=\"article\">";
  private static final String CLOSE = "</script>\n";

  private final OutputStream out;

  /**
   * Writes the page's beginning.
   *
   * @param out stays open
   */
  HtmlRows(OutputStream out) throws IOException {
    this.out = out;
    String style = resource("page.css");
    print(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="UTF-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
        style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width">
        <meta name="referrer" content="no-referrer">
        <title>Headnote</title>
        <style>%s</style>
        </head>
        <body>
        <main id="reader" tabindex="-1"><noscript><p>This page is shown by a script of its own;
        allow it to run.</p></noscript></main>
        """
            .formatted(hash(style), hash(resource("page.js")), style));
  }

  @Override
  public void write(RowId id, Row row) {
    throw new IllegalArgumentException("a page shows articles");
  }

  @Override
  public void write(Item.Ready input, Row row) throws IOException {
    Article article = input.article();
    print(OPEN);
    try (JsonGenerator json = generator()) {
      json.writeStartObject();
      json.writeStringField("id", input.id().text());
      json.writeStringField("title", article.title());
      json.writeStringField("text", article.text());
      json.writeArrayFieldStart("sentences");
      for (Sentence sentence : article.sentences()) {
        json.writeArray(new int[] {sentence.start(), sentence.end()}, 0, 2);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("furniture");
      for (Furniture piece : article.furniture()) {
        json.writeStartArray();
        json.writeNumber(piece.start());
        json.writeNumber(piece.end());
        json.writeString(piece.reason().description());
        json.writeEndArray();
      }
      json.writeEndArray();
      row.writePage(json);
      json.writeEndObject();
    }
    print(CLOSE);
  }

  @Override
  public void fail(Item.Failed failed) throws IOException {
    print(OPEN);
    try (JsonGenerator json = generator()) {
      json.writeStartObject();
      json.writeStringField("id", failed.id() == null ? "" : failed.id().text());
      json.writeNumberField("line", failed.line());
      json.writeStringField("error", failed.problem());
      json.writeEndObject();
    }
    print(CLOSE);
  }

  private JsonGenerator generator() throws IOException {
    return JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  @Override
  public void finish() throws IOException {
    print("<script>" + resource("page.js") + "</script>\n</body>\n</html>\n");
    out.flush();
  }

  private void print(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlRows.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String hash(String content) {
    byte[] digest = Sha256.begin().digest(content.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  /** JSON in which nothing can end the element that it stands in. */
  private static final class InMarkup extends CharacterEscapes {

    private static final long serialVersionUID = 1;

    private static final int[] ESCAPES = CharacterEscapes.standardAsciiEscapesForJSON();

    static {
      for (char c : new char[] {'<', '>', '&'}) {
        ESCAPES[c] = CharacterEscapes.ESCAPE_CUSTOM;
      }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ESCAPES.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      return c == '<' || c == '>' || c == '&'
          ? new SerializedString(String.format("\\u%04x", c))
          : null;
    }
  }
}
