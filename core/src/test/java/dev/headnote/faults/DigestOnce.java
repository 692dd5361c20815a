package dev.headnote.faults;

import dev.headnote.Article;
import dev.headnote.Digest;
import dev.headnote.Headnote;
import dev.headnote.HeadnoteException;
import java.util.Locale;

/**
 * A program that digests an article with a model and prints a line that the digest is equal for
 * where the digests are, or the failure's code and message.
 */
final class DigestOnce {

  static final String TEXT =
      "The council met on Monday. It passed the budget for schools. Nobody spoke against it.";

  private DigestOnce() {}

  /**
   * @param args the model
   */
  public static void main(String[] args) {
    try (Headnote headnote = Headnote.builder().model(args[0]).build()) {
      System.out.println(line(headnote.digest(Article.of(TEXT))));
    } catch (HeadnoteException e) {
      System.out.println(e.code() + " " + e.getMessage());
    }
  }

  static String line(Digest digest) {
    return String.format(
        Locale.ROOT, "DIGEST %s %s", digest.topics().all().get(0), digest.summary().sentences());
  }
}
