package io.quittance.proof.control;

import io.quittance.proof.MalformedLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lines of bytes, each ended by a line feed. Holds one at a time, and none that is longer than any of ours can be. */
public final class LineReader {

    private static final int LONGEST = 16 * 1024 * 1024;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int at;
    private int filled;
    private boolean ended;
    private long number;

    public LineReader(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false when there is none. */
    public boolean next() throws IOException {
        line.reset();
        ended = false;
        if (!fill()) {
            return false;
        }
        number++;
        while (!ended && line.size() <= LONGEST && fill()) {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, at, end - at);
            ended = end < filled;
            at = ended ? end + 1 : end;
        }
        return true;
    }

    /** Whether there is something to be read. */
    private boolean fill() throws IOException {
        if (at == filled) {
            at = 0;
            filled = Math.max(0, in.read(buffer));
        }
        return filled > 0;
    }

    /**
     * The line without its line feed.
     *
     * @throws MalformedLine when the file breaks off in it, or it is longer than any of ours
     */
    public byte[] line() throws MalformedLine {
        if (!ended) {
            throw new MalformedLine(line.size() > LONGEST ? "it is too long" : "the file breaks off in it");
        }
        return line.toByteArray();
    }

    /** Counted from 1; of the last line that was there. */
    public long number() {
        return number;
    }
}
