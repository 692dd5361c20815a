package dev.headnote;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Headnote throws when it can't do what it was asked to.
 *
 * <p>The {@link #code} is for programs, the message for people: it names the thing at fault and
 * says what to do about it. Mistakes in how a method is called (a null, a negative number) are
 * {@link NullPointerException} and {@link IllegalArgumentException} instead.
 */
public final class HeadnoteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of thing went wrong. */
  public enum Code {
    /** The text, page or file can't be read as an article, or texts can't be learned from. */
    INVALID_INPUT,
    /** The labels can't be used: none, twice the same name, an unknown parent. */
    INVALID_LABELS,
    /** No model of that name is on the class path or in the given folder. */
    MODEL_NOT_FOUND,
    /** The model's files don't have the content that they should have. */
    MODEL_DAMAGED,
    /**
     * The model's archive could run code that is not Headnote's own, and the caller has not said
     * that it is trusted.
     */
    MODEL_UNTRUSTED,
    /** A topic model was trained with another encoder than the one in use. */
    MODEL_MISMATCH,
    /** The engine that runs the model can't be started on this machine. */
    ENGINE_UNAVAILABLE,
    /** A limit that the caller set was reached. */
    LIMIT_EXCEEDED,
    /** The object was closed before the call, or while it ran. */
    CLOSED,
    /** The thread was interrupted while it waited; it still is. */
    INTERRUPTED,
    /** A fault of Headnote itself. */
    INTERNAL
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

  /** Returns what kind of thing went wrong. */
  public Code code() {
    return code;
  }
}
