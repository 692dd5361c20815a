package dev.headnote;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Headnote throws when it can't do what it was asked to.
 *
 * <p>The {@link #code} is for programs, the message for people: it names the thing at fault and
 * mostly says what to do about it, which {@link #action} says for each code. Mistakes in how a
 * method is called (a null, a negative number) are {@link NullPointerException} and {@link
 * IllegalArgumentException} instead.
 */
public final class HeadnoteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of thing went wrong. */
  public enum Code {
    /**
     * The text, page or file can't be read as an article, articles can't be learned from, or what
     * was learned can't be written.
     */
    INVALID_INPUT("mend the text, page, file or example that the message names"),
    /** The labels can't be used: none, twice the same id, an unknown parent. */
    INVALID_LABELS("correct the labels that the message names"),
    /** No model of that name is on the class path, or none is in the given folder or file. */
    MODEL_NOT_FOUND(
        "add the model's artifact to the class path, or give the folder or file that it is in"),
    /** The model's files don't have the content that they should have. */
    MODEL_DAMAGED(
        "install the model again, or convert, distil or train it again; or mend the encoder, if it is"
            + " your own"),
    /**
     * The model's archive could run code that is not Headnote's own, and the caller has not said
     * that it is trusted.
     */
    MODEL_UNTRUSTED("convert the model again, or trust it by its SHA-256 if you know who made it"),
    /** A topic model was trained with another encoder than the one in use. */
    MODEL_MISMATCH("use the encoder that the message names, or train again with the one in use"),
    /** The engine that runs the model can't be started here, or can't run it as it was asked to. */
    ENGINE_UNAVAILABLE(
        "add what the message says is missing, or take a device, precision or model that needs"
            + " none of it"),
    /** A limit that the caller set was reached. */
    LIMIT_EXCEEDED("divide the article, or raise the limit"),
    /** The object was closed before the call, or while it ran. */
    CLOSED("build another Headnote, and close it after its last call"),
    /** The thread was interrupted while it waited; it still is. */
    INTERRUPTED("end the thread, or clear its interrupt and call again"),
    /** A predicate, a counter or a listener that the caller gave threw the cause. */
    FUNCTION_FAILED("mend the function that the message names; the cause is what it threw"),
    /** A fault of Headnote itself. */
    INTERNAL("report it, with the message and the stack trace");

    private final String action;

    Code(String action) {
      this.action = action;
    }

    /** What helps, in words for people that complete "to go on, ...". */
    public String action() {
      return action;
    }
  }

  private final Code code;

  /**
   * Makes an exception without a cause.
   *
   * @param code what kind of thing went wrong
   * @param message names the thing at fault and says what to do
   */
  public HeadnoteException(Code code, String message) {
    super(message);
    this.code = Objects.requireNonNull(code, "code");
  }

  /**
   * Makes an exception with the cause that led to it.
   *
   * @param code what kind of thing went wrong
   * @param message names the thing at fault and says what to do
   * @param cause what was thrown below, or null if nothing was
   */
  public HeadnoteException(Code code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code, "code");
  }

  /** Returns what helps with this kind of thing; the message has what is particular. */
  public String action() {
    return code.action();
  }

  /** Returns what kind of thing went wrong. */
  public Code code() {
    return code;
  }
}
