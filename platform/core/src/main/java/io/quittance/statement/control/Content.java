package io.quittance.statement.control;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file and its text. The character set is found in this order: byte order mark, the zero bytes that UTF-16 has without
 * one, valid UTF-8, then whichever of the single-byte sets gives the most letters that people write.
 *
 * @param text without a byte order mark, line ends as in the file
 */
public record Content(byte[] bytes, String text, Charset characterSet) {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};
    private static final int SAMPLE = 4096;
    private static final int MOST_GUESSED = 65_536;
    /** In order of likelihood: the first wins a tie. ISO 8859-1 is what Windows-1252 is without its own signs. */
    private static final List<Charset> SINGLE_BYTE = List.of(Charset.forName("windows-1252"), Charset.forName("IBM850"),
            Charset.forName("windows-1250"));
    private static final String LIKELY = "äöüÄÖÜßéèêëàâáçñóòôíìîïúùûåæøÅÆØÉÈÀÇÑÓÍãõ";
    private static final String SIGNS = "€§°´’–“”„…»«¿¡";
    /** In both Windows sets, but no language of the west writes them. */
    private static final String NOT_WESTERN = "šžŠŽťŤ";
    private static final String CENTRAL = "čďěňřšťůžČĎŇŘŠŤŮŽýÝąęłńśźżŁŚŻőűŐŰăşţ";

    /** Decodes; bytes that no set knows become the replacement sign. */
    public static Content of(byte[] bytes) {
        Charset set = detect(bytes);
        String text = new String(bytes, set);
        return new Content(bytes, text.startsWith("\uFEFF") ? text.substring(1) : text, set);
    }

    /** The same bytes read in another character set. */
    public Content as(Charset other) {
        return new Content(bytes, new String(bytes, other), other);
    }

    /** The first characters, for telling formats apart. */
    public String head() {
        return text.substring(0, Math.min(SAMPLE, text.length()));
    }

    private static Charset detect(byte[] bytes) {
        if (starts(bytes, UTF_8_MARK)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(bytes, UTF_16_BIG) || starts(bytes, UTF_16_LITTLE)) {
            return StandardCharsets.UTF_16;
        }
        return withoutMark(bytes).or(() -> utf8(bytes)).orElseGet(() -> likeliest(bytes));
    }

    /** Latin text in UTF-16 has a zero in nearly every second byte. */
    private static Optional<Charset> withoutMark(byte[] bytes) {
        int[] zeros = new int[2];
        int length = Math.min(SAMPLE, bytes.length);
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                zeros[i % 2]++;
            }
        }
        int many = length / 4;
        if (length < 8 || zeros[0] <= many && zeros[1] <= many) {
            return Optional.empty();
        }
        return Optional.of(zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private static Optional<Charset> utf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(StandardCharsets.UTF_8);
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static Charset likeliest(byte[] bytes) {
        byte[] high = highBytes(bytes);
        Charset best = SINGLE_BYTE.getFirst();
        int most = Integer.MIN_VALUE;
        for (Charset candidate : SINGLE_BYTE) {
            String text = new String(high, candidate);
            boolean central = candidate.name().equals("windows-1250");
            int score = text.chars().map(sign -> likelihood(sign) + (central && NOT_WESTERN.indexOf(sign) >= 0 ? 1 : 0)).sum();
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static byte[] highBytes(byte[] bytes) {
        byte[] high = new byte[Math.min(MOST_GUESSED, bytes.length)];
        int count = 0;
        for (int i = 0; i < bytes.length && count < high.length; i++) {
            if (bytes[i] < 0) {
                high[count++] = bytes[i];
            }
        }
        return Arrays.copyOf(high, count);
    }

    private static int likelihood(int character) {
        if (LIKELY.indexOf(character) >= 0 || CENTRAL.indexOf(character) >= 0) {
            return 3;
        }
        return SIGNS.indexOf(character) >= 0 ? 1 : Character.isLetter(character) ? 0 : -2;
    }

    private static boolean starts(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content(byte[] same, String _, Charset set) && Arrays.equals(bytes, same) && characterSet.equals(set);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes of " + characterSet;
    }
}
