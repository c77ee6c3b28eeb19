package io.quittance.document.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes and draws on the A4 pages of one document. Lengths are thousandths of a point, from the top left corner of the page. */
final class Ink {

    static final int PLAIN = 0x1f2937;
    static final int DARK = 0x111827;
    static final int GREY = 0x6b7280;
    static final int BLUE = 0x1d4ed8;
    static final int RED = 0xb91c1c;

    private static final int POINT = 1000;
    private static final int RED_BITS = 16;
    private static final int GREEN_BITS = 8;
    private static final int BYTE = 0xff;
    /** Where the base line lies below the middle of a line: half of the font's ascent less its descent. */
    private static final int BELOW_MIDDLE = 346;

    private final PDDocument pdf;
    private final Letters regular;
    private final Letters bold;
    private final List<PDPageContentStream> pages = new ArrayList<>();

    /** How a text looks. @param line height of a line, in percent of the size; @param spacing between letters */
    record Style(boolean bold, int size, int line, int colour, int spacing) {

        static Style of(int size, int line, int colour) {
            return new Style(false, size, line, colour, 0);
        }

        Style inBold() {
            return new Style(true, size, line, colour, spacing);
        }

        Style in(int other) {
            return new Style(bold, size, line, other, spacing);
        }

        int lineHeight() {
            return size * line / 100;
        }
    }

    /** A font of this document and what is known of its letters. */
    private record Letters(PDFont font, TrueTypeFont file, CmapLookup glyphs, int unitsPerEm) {

        static Letters of(PDDocument pdf, TrueTypeFont file) throws IOException {
            return new Letters(PDType0Font.load(pdf, file, true), file, file.getUnicodeCmapLookup(), file.getUnitsPerEm());
        }

        int width(String text, int size) {
            try {
                long units = 0;
                for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                    units += file.getAdvanceWidth(glyphs.getGlyphId(text.codePointAt(i)));
                }
                return Math.toIntExact(units * size / unitsPerEm);
            } catch (IOException broken) {
                throw new UncheckedIOException("the font cannot be read", broken);
            }
        }
    }

    Ink(PDDocument pdf, TrueTypeFont regular, TrueTypeFont bold) throws IOException {
        this.pdf = pdf;
        this.regular = Letters.of(pdf, regular);
        this.bold = Letters.of(pdf, bold);
    }

    /** Have both fonts a picture of each letter? None of those beyond the basic plane. */
    boolean hasAll(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter > ' ' && letter != '\u200B' && (regular.glyphs().getGlyphId(letter) == 0 || bold.glyphs().getGlyphId(letter) == 0)) {
                return false;
            }
        }
        return true;
    }

    void addPage() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        pages.add(new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.OVERWRITE, true));
    }

    int pages() {
        return pages.size();
    }

    int width(String text, Style style) {
        return letters(style).width(text, style.size()) + style.spacing() * text.length();
    }

    /** @param top of the line */
    void write(int page, int left, int top, String text, Style style) throws IOException {
        if (text.isBlank()) {
            return;
        }
        PDPageContentStream ink = pages.get(page);
        int base = top + style.lineHeight() / 2 + style.size() * BELOW_MIDDLE / 1000;
        ink.beginText();
        colour(ink, style.colour());
        ink.setFont(letters(style).font(), style.size() / (float) POINT);
        if (style.spacing() != 0) {
            ink.setCharacterSpacing(style.spacing() / (float) POINT);
        }
        ink.newLineAtOffset(left / (float) POINT, PDRectangle.A4.getHeight() - base / (float) POINT);
        ink.showText(text);
        if (style.spacing() != 0) {
            ink.setCharacterSpacing(0);
        }
        ink.endText();
    }

    /** A filled rectangle, such as a rule. */
    void fill(int page, int left, int top, int width, int height, int colour) throws IOException {
        PDPageContentStream ink = pages.get(page);
        colour(ink, colour);
        rectangle(ink, left, top, width, height);
        ink.fill();
    }

    /** Many squares in a row as one shape. @param runs each of left, top and length in squares */
    void squares(int page, int left, int top, int square, List<int[]> runs) throws IOException {
        PDPageContentStream ink = pages.get(page);
        colour(ink, 0);
        for (int[] run : runs) {
            rectangle(ink, left + run[0] * square, top + run[1] * square, run[2] * square, square);
        }
        ink.fill();
    }

    void finish() throws IOException {
        for (PDPageContentStream page : pages) {
            page.close();
        }
    }

    private Letters letters(Style style) {
        return style.bold() ? bold : regular;
    }

    private static void rectangle(PDPageContentStream ink, int left, int top, int width, int height) throws IOException {
        ink.addRect(left / (float) POINT, PDRectangle.A4.getHeight() - (top + height) / (float) POINT, width / (float) POINT,
                height / (float) POINT);
    }

    private static void colour(PDPageContentStream ink, int colour) throws IOException {
        ink.setNonStrokingColor((colour >> RED_BITS) / (float) BYTE, (colour >> GREEN_BITS & BYTE) / (float) BYTE,
                (colour & BYTE) / (float) BYTE);
    }
}
