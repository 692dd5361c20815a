package dev.headnote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headnote.HeadnoteException.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeadnoteExceptionTest {

  @ParameterizedTest
  @EnumSource
  void eachCodeSaysWhatHelps(Code code) {
    HeadnoteException e = new HeadnoteException(code, "the thing is broken");
    assertThat(e).hasMessage("the thing is broken").hasNoCause();
    assertThat(e.code()).isEqualTo(code);
    assertThat(e.action()).isEqualTo(code.action()).matches("[a-z].{10,}[^.]");
  }
}
