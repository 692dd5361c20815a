package dev.headnote.file;

import dev.headnote.HeadnoteException;
import dev.headnote.HeadnoteException.Code;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every Java has. */
public final class Sha256 {

  private Sha256() {}

  /** A new digest. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new HeadnoteException(Code.INTERNAL, "no SHA-256 in this JVM", e);
    }
  }
}
