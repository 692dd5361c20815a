package dev.headnote.runner;

import dev.headnote.Article;
import dev.headnote.HeadnoteException;
import dev.headnote.text.TextDecoder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an article of what was read, or says why it is none. Immutable. */
final class ItemParser {

  private static final String NO_TEXT = "holds no text";

  private static final String JSON =
      "is JSON, which is no article; say by --input what it holds: jsonl, a JSON object a line, or"
          + " text";

  private final Gold gold;

  private final @Nullable Locale language;
  private final int mostSentences;

  /**
   * @param gold what rows have to say that people made of the articles
   * @param language what the articles are written in, or null if that isn't known
   * @param mostSentences that an article may have
   */
  ItemParser(Gold gold, @Nullable Locale language, int mostSentences) {
    this.gold = gold;
    this.language = language;
    this.mostSentences = mostSentences;
  }

  Item parse(Raw raw) {
    if (raw.problem() != null) {
      RowId id = raw.line() > 0 ? null : RowId.ofText(raw.source().id());
      return failed(raw, id, raw.problem());
    }
    return raw.format() == InputFormat.JSONL ? row(raw) : file(raw);
  }

  private Item row(Raw raw) {
    JsonRow row;
    try {
      row = JsonRow.parse(raw.bytes(), gold);
    } catch (BadRow e) {
      return failed(raw, e.id(), e.problem());
    }
    RowId id = row.id() == null ? RowId.ofText(Long.toString(raw.line())) : row.id();
    try {
      Article article = row.isHtml() ? page(row) : Article.of(row.title(), row.text());
      return item(raw, id, article, row.labels(), row.summaries());
    } catch (HeadnoteException e) {
      return failed(raw, id, problem(raw, e));
    }
  }

  private static Article page(JsonRow row) {
    Article page = Article.fromHtml(row.text());
    return row.title() == null ? page : page.withTitle(row.title());
  }

  private Item file(Raw raw) {
    RowId id = RowId.ofText(raw.source().id());
    String name = raw.source().name();
    if (raw.bytes().length == 0) {
      return failed(raw, id, NO_TEXT);
    }
    try {
      if (raw.format() == InputFormat.AUTO && isJson(raw.bytes(), name)) {
        return failed(raw, id, JSON);
      }
      return item(
          raw,
          id,
          switch (raw.format()) {
            case TEXT -> Article.of(TextDecoder.decode(raw.bytes(), name));
            case HTML -> Article.fromHtml(TextDecoder.decode(raw.bytes(), name));
            default -> Article.decode(raw.bytes(), name);
          },
          Set.of(),
          List.of());
    } catch (HeadnoteException e) {
      return failed(raw, id, problem(raw, e));
    }
  }

  private static boolean isJson(byte[] bytes, String name) {
    return JsonRow.mayBegin(bytes) && JsonRow.looksLikeJson(TextDecoder.decode(bytes, name));
  }

  private Item item(
      Raw raw, RowId id, Article article, Set<String> labels, List<String> summaries) {
    if (article.text().isBlank()) {
      return failed(raw, id, NO_TEXT);
    }
    Article read = inLanguage(article);
    // Such as no-break spaces only.
    if (read.sentences().isEmpty() && read.furniture().isEmpty()) {
      return failed(raw, id, NO_TEXT);
    }
    int sentences = read.sentences().size();
    return sentences > mostSentences
        ? failed(
            raw,
            id,
            "has "
                + sentences
                + " sentences, and the limit is "
                + mostSentences
                + "; divide it, or raise "
                + ModelOptions.MAX_SENTENCES)
        : new Item.Ready(id, read, labels, summaries, raw.source().name(), raw.line());
  }

  private Article inLanguage(Article article) {
    return language == null ? article : article.withLanguage(language);
  }

  /** The library's message, without the name that {@link Item.Failed#message()} puts before it. */
  private static String problem(Raw raw, HeadnoteException e) {
    String message = String.valueOf(e.getMessage());
    String name = raw.source().name();
    for (String before : List.of(name + ": ", name + " ")) {
      if (message.startsWith(before)) {
        return message.substring(before.length());
      }
    }
    return message;
  }

  private static Item.Failed failed(Raw raw, @Nullable RowId id, String problem) {
    return new Item.Failed(id, raw.source().name(), raw.line(), problem);
  }
}
