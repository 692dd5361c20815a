package dev.headnote.encode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.headnote.HeadnoteException;
import java.io.IOException;

/**
 * The vocabulary in a tokenizer.json: an object of tokens with their ids, read straight from its
 * bytes. A JSON parser takes three times as long for 30,000 names of fields in a JVM that has just
 * started. Not safe for use by several threads.
 */
final class VocabularyObject {

  private static final JsonFactory JSON = new JsonFactory();

  private final byte[] json;
  private int at;

  /**
   * @param json the whole file
   * @param start the index of the object's opening brace
   */
  VocabularyObject(byte[] json, int start) {
    this.json = json;
    this.at = start + 1;
  }

  /**
   * Reads the object.
   *
   * @param vocabulary takes the tokens
   * @return the index after its closing brace, or -1 if it is anything but tokens with their ids
   * @throws HeadnoteException with code MODEL_DAMAGED if it is not JSON
   */
  int readInto(Vocabulary vocabulary) throws IOException {
    if (next() == '}') {
      return at;
    }
    at--;
    do {
      if (!readToken(vocabulary)) {
        return -1;
      }
    } while (isNextOf(',', '}'));
    return at;
  }

  private boolean readToken(Vocabulary vocabulary) throws IOException {
    expect('"');
    int start = at;
    boolean isEscaped = readString();
    int end = at - 1;
    expect(':');
    int first = next();
    if (first < '0' || first > '9') {
      return false;
    }
    long id = (long) first - '0';
    int digits = 1;
    for (; at < json.length && json[at] >= '0' && json[at] <= '9' && digits < 10; digits++) {
      id = 10 * id + json[at++] - '0';
    }
    if (at < json.length && ".eE0123456789".indexOf(json[at]) >= 0) {
      return false;
    }
    if (first == '0' && digits > 1) {
      throw TokenizerFile.damaged("is not JSON: a number starts with 0", null);
    }
    return isEscaped
        ? vocabulary.add(id, unescaped(start - 1, end + 1))
        : vocabulary.add(id, json, start, end);
  }

  /** Reads to after a string's closing quote; says whether it has escapes. */
  private boolean readString() {
    boolean isEscaped = false;
    while (at < json.length) {
      byte b = json[at++];
      if (b == '"') {
        return isEscaped;
      }
      if (b == '\\') {
        isEscaped = true;
        at++;
      } else if (b >= 0 && b < ' ') {
        throw TokenizerFile.damaged("is not JSON: a token holds a control character", null);
      }
    }
    throw TokenizerFile.damaged("is not JSON: it ends within a token", null);
  }

  private String unescaped(int start, int end) throws IOException {
    try (JsonParser parser = JSON.createParser(json, start, end - start)) {
      parser.nextToken();
      return parser.getText();
    }
  }

  private void expect(char expected) {
    if (next() != expected) {
      throw TokenizerFile.damaged("is not JSON: no " + expected + " where one should be", null);
    }
  }

  /** Whether the next character is the first of two; it must be one of them. */
  private boolean isNextOf(char first, char second) {
    int next = next();
    if (next != first && next != second) {
      throw TokenizerFile.damaged(
          "is not JSON: no " + first + " or " + second + " where one should be", null);
    }
    return next == first;
  }

  /** Reads the next character that is not white space; 0 at the end. */
  private int next() {
    while (at < json.length) {
      byte b = json[at++];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b;
      }
    }
    return 0;
  }
}
