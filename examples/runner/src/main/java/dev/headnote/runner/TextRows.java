package dev.headnote.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Rows for a person to read; what failed is told on standard error. */
final class TextRows implements RowWriter {

  private final OutputStream out;
  private final Terminal terminal;
  private final int columns;
  private final boolean styled;
  private final boolean named;
  private boolean any;

  /**
   * @param styled whether the output shows bold text
   * @param named whether each article stands under its name, as there may be several
   */
  TextRows(OutputStream out, Terminal terminal, boolean styled, boolean named) {
    this.out = out;
    this.terminal = terminal;
    this.columns = terminal.columns();
    this.styled = styled;
    this.named = named;
  }

  @Override
  public void write(RowId id, Row row) throws IOException {
    Page page = new Page(columns, styled);
    if (any) {
      page.line("");
    }
    if (named) {
      page.heading("== " + id.text());
    }
    row.print(page);
    any = true;
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void fail(Item.Failed failed) {
    terminal.complain(failed.message());
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }
}
