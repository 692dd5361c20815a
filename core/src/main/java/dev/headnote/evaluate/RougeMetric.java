package dev.headnote.evaluate;

/** One of the ways in which ROUGE compares a summary with a reference (Lin 2004). */
public enum RougeMetric {
  /** Words that both have. */
  ROUGE_1("ROUGE-1"),
  /** Pairs of neighbouring words that both have. */
  ROUGE_2("ROUGE-2"),
  /** The longest common subsequence of words. */
  ROUGE_L("ROUGE-L"),
  /** The union of the longest common subsequences, sentence by sentence. */
  ROUGE_LSUM("ROUGE-Lsum");

  private final String title;

  RougeMetric(String title) {
    this.title = title;
  }

  /** Its name as papers write it. */
  public String title() {
    return title;
  }
}
