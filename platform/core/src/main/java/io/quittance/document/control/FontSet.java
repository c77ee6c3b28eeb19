package io.quittance.document.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of a document, parsed on first use and kept. Used by one thread at a time: a parsed font has a reading position.
 *
 * <p>Nearly all documents need the letters of European languages alone. Fonts of only these were cut out once: from them a
 * document's own subset is made in a fraction of the time. A text with other letters takes the whole fonts.
 */
final class FontSet {

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    /** What a PDF embeds; without what arranges ligatures, which no office document prints. */
    private static final List<String> TABLES = List.of("head", "hhea", "hmtx", "maxp", "loca", "glyf", "cmap", "name", "post", "OS/2",
            "cvt ", "fpgm", "prep");
    /** Latin with all its additions, IPA and modifiers, Greek, Cyrillic; Vietnamese; punctuation, currencies, letter-like, arrows. */
    private static final int[][] EUROPEAN = {{0x20, 0x52F}, {0x1E00, 0x1EFF}, {0x2000, 0x206F}, {0x20A0, 0x20CF}, {0x2100, 0x214F},
        {0x2190, 0x21FF}, {0xFEFF, 0xFEFF}};
    private static final Face REGULAR = new Face("DejaVuSansCondensed.ttf");
    private static final Face BOLD = new Face("DejaVuSansCondensed-Bold.ttf");

    private TrueTypeFont regular;
    private TrueTypeFont bold;
    private TrueTypeFont wholeRegular;
    private TrueTypeFont wholeBold;

    /** A font file, and the part of it that was cut out, made on first use. */
    private static final class Face {

        private final String file;
        private byte[] european;

        Face(String file) {
            this.file = file;
        }

        TrueTypeFont whole() {
            try (InputStream in = FontSet.class.getResourceAsStream(FOLDER + file)) {
                if (in == null) {
                    throw new IllegalStateException("the font " + file + " is missing from the archive");
                }
                return new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
            } catch (IOException broken) {
                throw new UncheckedIOException("the font " + file + " cannot be read", broken);
            }
        }

        synchronized TrueTypeFont european() {
            try {
                if (european == null) {
                    european = cut();
                }
                return new TTFParser().parse(new RandomAccessReadBuffer(european));
            } catch (IOException broken) {
                throw new UncheckedIOException("the font " + file + " cannot be cut", broken);
            }
        }

        private byte[] cut() throws IOException {
            try (TrueTypeFont font = whole(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
                subsetter.addAll(IntStream.range(0, EUROPEAN.length)
                        .flatMap(range -> IntStream.rangeClosed(EUROPEAN[range][0], EUROPEAN[range][1]))
                        .boxed().collect(Collectors.toSet()));
                subsetter.writeToStream(out);
                return out.toByteArray();
            }
        }
    }

    /** Are all letters of it in the fonts that were cut out? */
    static boolean isEuropean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter > EUROPEAN[0][1] && IntStream.range(1, EUROPEAN.length)
                    .noneMatch(range -> letter >= EUROPEAN[range][0] && letter <= EUROPEAN[range][1])) {
                return false;
            }
        }
        return true;
    }

    TrueTypeFont regular(boolean european) {
        regular = european ? kept(regular, REGULAR::european) : regular;
        wholeRegular = european ? wholeRegular : kept(wholeRegular, REGULAR::whole);
        return european ? regular : wholeRegular;
    }

    TrueTypeFont bold(boolean european) {
        bold = european ? kept(bold, BOLD::european) : bold;
        wholeBold = european ? wholeBold : kept(wholeBold, BOLD::whole);
        return european ? bold : wholeBold;
    }

    private static TrueTypeFont kept(TrueTypeFont known, Supplier<TrueTypeFont> parsed) {
        return known == null ? parsed.get() : known;
    }
}
