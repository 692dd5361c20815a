package dev.headnote.runner;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an examination of the installation came upon.
 *
 * @param subject what was looked at, such as {@code "java"} or {@code "model e5-small"}
 * @param state whether it is as it should be
 * @param message what was seen, for a person
 * @param action what to do; null if there is nothing to do
 * @param facts the same for a program: strings, numbers, booleans and lists of strings by name
 */
record Finding(
    String subject,
    State state,
    String message,
    @Nullable String action,
    Map<String, Object> facts) {

  /** Whether a subject is as it should be. */
  enum State {
    /** It is. */
    OK,
    /** Headnote works, though less well than it could. */
    WARNING,
    /** Something does not work. */
    PROBLEM
  }

  static Finding ok(String subject, String message, Map<String, Object> facts) {
    return new Finding(subject, State.OK, message, null, facts);
  }

  static Finding warning(String subject, String message, String action, Map<String, Object> facts) {
    return new Finding(subject, State.WARNING, message, action, facts);
  }

  static Finding problem(String subject, String message, String action, Map<String, Object> facts) {
    return new Finding(subject, State.PROBLEM, message, action, facts);
  }

  /** Whether none of them is a problem. */
  static boolean areFine(List<Finding> findings) {
    return findings.stream().noneMatch(finding -> finding.state == State.PROBLEM);
  }
}
