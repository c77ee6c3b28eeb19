package io.quittance.document.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts of a document, parsed on first use and kept. Used by one thread at a time: a parsed font has a reading position. */
final class FontSet {

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private TrueTypeFont regular;
    private TrueTypeFont bold;

    TrueTypeFont regular() {
        if (regular == null) {
            regular = parse("DejaVuSansCondensed.ttf");
        }
        return regular;
    }

    TrueTypeFont bold() {
        if (bold == null) {
            bold = parse("DejaVuSansCondensed-Bold.ttf");
        }
        return bold;
    }

    private static TrueTypeFont parse(String file) {
        try (InputStream in = FontSet.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the font " + file + " is missing from the archive");
            }
            return new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
        } catch (IOException broken) {
            throw new UncheckedIOException("the font " + file + " cannot be read", broken);
        }
    }
}
