package dev.headnote.runner;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.internal.chartpart.Chart;

/** What all plots of reports have in common. */
final class Plots {

  static final int WIDTH = 640;
  static final int HEIGHT = 440;
  static final Color BLUE = new Color(0x1F, 0x5F, 0xA8);
  static final Color ORANGE = new Color(0xC8, 0x5A, 0x00);
  static final Color GREY = new Color(0x88, 0x88, 0x88);

  static {
    // Read when AWT is first used; plots go to files alone.
    System.setProperty("java.awt.headless", "true");
  }

  private Plots() {}

  /**
   * Makes sure that plots can be drawn, before long work whose outcome they are to show.
   *
   * @throws RunFailure if they can't
   */
  static void check() {
    try {
      new Font(Font.SANS_SERIF, Font.PLAIN, 12)
          .getLineMetrics("", new FontRenderContext(null, false, false));
    } catch (RuntimeException | InternalError | LinkageError e) {
      // What Java throws differs by what is missing.
      throw new RunFailure(
          Exit.FAILED,
          "plots need fonts, which are missing here; install fontconfig and a font, or take --format"
              + " json",
          e);
    }
  }

  /** A chart as a PNG file. */
  static byte[] png(Chart<?, ?> chart) throws IOException {
    return BitmapEncoder.getBitmapBytes(chart, BitmapFormat.PNG);
  }
}
