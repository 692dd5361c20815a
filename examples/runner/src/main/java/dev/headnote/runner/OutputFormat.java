package dev.headnote.runner;

import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How rows are written. */
enum OutputFormat {
  /** Pages for a person. */
  TEXT,
  /** One JSON array. */
  JSON,
  /** A JSON object a line. */
  JSONL,
  /** One page to look at in a browser. */
  HTML,
  /** A table for a spreadsheet. */
  CSV;

  RowWriter writer(Output output, Terminal terminal, boolean several) throws IOException {
    return switch (this) {
      case TEXT ->
          new TextRows(
              output.stream(), terminal, output.isStandard() && terminal.styled(), several);
      case JSON -> JsonRows.array(output.stream());
      case JSONL -> JsonRows.lines(output.stream());
      case HTML -> new HtmlRows(output.stream());
      case CSV -> new CsvRows(output.stream());
    };
  }

  /** Reads the option's value. */
  static final class Converter implements ITypeConverter<OutputFormat> {

    @Override
    public OutputFormat convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "text" -> TEXT;
        case "json" -> JSON;
        case "jsonl" -> JSONL;
        case "html" -> HTML;
        case "csv" -> CSV;
        default ->
            throw new TypeConversionException(
                "there is no format " + value + "; there are text, json, jsonl, html and csv");
      };
    }
  }
}
