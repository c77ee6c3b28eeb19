package io.quittance.order.control.einvoice;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks how large a PDF becomes when it is unpacked, before a parser unpacks it in memory: a few kilobytes may be made to become
 * gigabytes. Also finds what no archivable document has and what would hide that size.
 *
 * @see "ISO 19005-3, 6.1.3 and 6.1.7: neither encryption nor LZW"
 */
final class PdfBudget {

    private static final long LARGEST_STREAM = 64L * 1024 * 1024;
    private static final long LARGEST_TOGETHER = 256L * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> REFUSED = Set.of("Encrypt", "LZWDecode", "LZW");
    private static final Set<String> AROUND = Set.of("ASCII85Decode", "A85", "ASCIIHexDecode", "AHx", "RunLengthDecode", "RL");
    private static final Pattern NAME = Pattern.compile("/((?:[A-Za-z0-9]|#[0-9A-Fa-f]{2}){2,40})");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

    private long together;

    /** Whether it is safe to hand it to a parser. */
    static boolean allows(byte[] pdf) {
        return !hides(pdf) && new PdfBudget().fits(pdf);
    }

    /** Encrypted, or packed in a way whose size is not looked at. */
    private static boolean hides(byte[] pdf) {
        Matcher names = NAME.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        boolean around = false;
        boolean packedObjects = false;
        while (names.find()) {
            String name = ESCAPED.matcher(names.group(1))
                    .replaceAll(hex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
            if (REFUSED.contains(name)) {
                return true;
            }
            around |= AROUND.contains(name);
            packedObjects |= name.equals("ObjStm");
        }
        return around && packedObjects;
    }

    private boolean fits(byte[] pdf) {
        for (int at = indexOf(pdf, 0); at >= 0; at = indexOf(pdf, at)) {
            int start = at;
            while (start < pdf.length && (pdf[start] == '\r' || pdf[start] == '\n' || pdf[start] == ' ')) {
                start++;
            }
            if (!unpacks(pdf, start, pdf.length - start)) {
                return false;
            }
        }
        return true;
    }

    /** @return where the content after the next such word begins, or -1 */
    private static int indexOf(byte[] pdf, int from) {
        for (int i = from; i <= pdf.length - STREAM.length; i++) {
            int k = 0;
            while (k < STREAM.length && pdf[i + k] == STREAM[k]) {
                k++;
            }
            if (k == STREAM.length) {
                return i + k;
            }
        }
        return -1;
    }

    /** Inflates without keeping. What comes out must not be packed again. */
    private boolean unpacks(byte[] content, int from, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content, from, length);
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int got = inflater.inflate(buffer); got > 0; got = inflater.inflate(buffer)) {
                if (size == 0 && isPacked(Arrays.copyOf(buffer, got))) {
                    return false;
                }
                size += got;
                together += got;
                if (size > LARGEST_STREAM || together > LARGEST_TOGETHER) {
                    return false;
                }
            }
            return true;
        } catch (DataFormatException notPacked) {
            return true;
        } finally {
            inflater.end();
        }
    }

    private static boolean isPacked(byte[] head) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(head);
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int got = inflater.inflate(buffer); got > 0; got = inflater.inflate(buffer)) {
                size += got;
            }
            return size > head.length;
        } catch (DataFormatException notPacked) {
            return false;
        } finally {
            inflater.end();
        }
    }
}
