package dev.headnote.encode;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** The tokenizer of a tokenizer.json in Java, and Hugging Face's library's of the same. */
final class TokenizerPair implements AutoCloseable {

  private final Tokenizer inJava;
  private final Tokenizer reference;

  TokenizerPair(byte[] json) {
    inJava = Objects.requireNonNull(TokenizerFile.read(json), "read as another's than BERT's");
    reference = new NativeTokenizer(json);
  }

  /** Fails unless both give the same ids; returns how many. */
  int assertEqual(String text) {
    TokenIds actual = new TokenIds();
    TokenIds expected = new TokenIds();
    inJava.encode(text, actual);
    reference.encode(text, expected);
    if (!Arrays.equals(actual.toArray(), expected.toArray())) {
      throw new AssertionError(
          "Java gives %s, the library %s, for %s"
              .formatted(
                  Arrays.toString(actual.toArray()),
                  Arrays.toString(expected.toArray()),
                  text.codePoints()
                      .mapToObj(Integer::toHexString)
                      .collect(Collectors.joining(" "))));
    }
    return actual.size();
  }

  void assertEqualOverHostileTexts(long seed, int count) {
    HostileText texts = new HostileText(seed);
    for (int i = 0; i < count; i++) {
      assertEqual(texts.next());
    }
  }

  @Override
  public void close() {
    inJava.close();
    reference.close();
  }
}
