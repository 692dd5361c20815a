package dev.headnote.runner;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * What was found out about one article, in the shapes in which it is written. A further format adds
 * a method here and a {@link RowWriter}.
 */
interface Row {

  /** Writes the fields that follow "id" in the row's JSON object. */
  void writeFields(JsonGenerator json) throws IOException;

  /** Lays the row out for a person. */
  void print(Page page);
}
