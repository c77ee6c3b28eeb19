package io.quittance.webhook.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the beginning of an HTTP/1.1 answer (RFC 9112), and never more than that. */
final class ReplyReader {

    /** How much of a body is kept, in bytes. */
    static final int BODY_BYTES = 2048;

    private static final int HEAD_BYTES = 16 * 1024;
    private static final int MOST_INTERIM = 5;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: .*)?");
    private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,7})(?:[ \t]*;.*)?");
    private static final int HEX = 16;

    private final InputStream in;
    private final String host;
    private int headLeft = HEAD_BYTES;

    ReplyReader(InputStream in, String host) {
        this.in = in;
        this.host = host;
    }

    PostReply read() throws IOException {
        for (int i = 0; i < MOST_INTERIM; i++) {
            Matcher status = STATUS.matcher(line());
            if (!status.matches()) {
                return new PostReply.Unanswered(host + " does not speak HTTP");
            }
            int code = Integer.parseInt(status.group(1));
            Map<String, String> headers = headers();
            if (code >= 200) {
                return new PostReply.Answered(code, headers, body(code, headers));
            }
        }
        return new PostReply.Unanswered(host + " announces answers and gives none");
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private String body(int status, Map<String, String> headers) throws IOException {
        byte[] read;
        if (status == 204 || status == 304) {
            read = new byte[0];
        } else if (headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).endsWith("chunked")) {
            read = chunks();
        } else {
            read = in.readNBytes((int) Math.min(BODY_BYTES, length(headers)));
        }
        return new String(read, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

    private static long length(Map<String, String> headers) {
        String stated = headers.getOrDefault("content-length", "");
        return stated.matches("[0-9]{1,18}") ? Long.parseLong(stated) : Long.MAX_VALUE;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        while (kept.size() < BODY_BYTES) {
            Matcher size = CHUNK.matcher(line());
            int length = size.matches() ? Integer.parseInt(size.group(1), HEX) : 0;
            if (length == 0) {
                break;
            }
            kept.write(in.readNBytes(Math.min(length, BODY_BYTES - kept.size())));
            if (kept.size() < BODY_BYTES) {
                line();
            }
        }
        return kept.toByteArray();
    }

    /** Up to the end of a line, or of what there is. @throws IOException when the head is longer than any head should be */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (--headLeft < 0) {
                throw new IOException("the head of the answer is longer than " + HEAD_BYTES + " bytes");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
