package io.quittance.imports.control;

import io.quittance.imports.CharacterSet;
import io.quittance.imports.FileFault.Reason;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/** Turns a file's bytes into text, or says why they are none. */
final class FileText {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private FileText() {
    }

    static String read(byte[] bytes, CharacterSet characters) throws UnreadableFile {
        if (bytes.length == 0) {
            throw new UnreadableFile(Reason.EMPTY);
        }
        if (bytes.length > ImportLimits.MOST_BYTES) {
            throw new UnreadableFile(Reason.TOO_LARGE, ImportLimits.MOST_BYTES);
        }
        refuseOtherFormats(bytes);
        boolean marked = startsWith(bytes, UTF_8_MARK);
        if (marked && characters != CharacterSet.UTF_8) {
            throw new UnreadableFile(Reason.WRONG_CHARACTERS, characters.charset().name(), 0);
        }
        return decode(bytes, marked ? UTF_8_MARK.length : 0, characters);
    }

    private static void refuseOtherFormats(byte[] bytes) throws UnreadableFile {
        if (startsWith(bytes, UTF_16_BIG) || startsWith(bytes, UTF_16_LITTLE)) {
            throw new UnreadableFile(Reason.NOT_TEXT, "UTF-16");
        }
        if (startsWith(bytes, ZIP)) {
            throw new UnreadableFile(Reason.NOT_TEXT, "ZIP, XLSX");
        }
        if (startsWith(bytes, PDF)) {
            throw new UnreadableFile(Reason.NOT_TEXT, "PDF");
        }
        for (byte each : bytes) {
            if (each == 0) {
                throw new UnreadableFile(Reason.NOT_TEXT, "NUL");
            }
        }
    }

    private static String decode(byte[] bytes, int offset, CharacterSet characters) throws UnreadableFile {
        CharsetDecoder decoder = characters.charset().newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, bytes.length - offset);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new UnreadableFile(Reason.WRONG_CHARACTERS, characters.charset().name(), in.position());
        }
        decoder.flush(out);
        String text = out.flip().toString();
        if (text.isBlank()) {
            throw new UnreadableFile(Reason.EMPTY);
        }
        return text;
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
