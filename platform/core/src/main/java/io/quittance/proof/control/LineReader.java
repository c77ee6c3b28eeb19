package io.quittance.proof.control;

import io.quittance.proof.MalformedLine;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lines of bytes, each ended by a line feed. Holds one at a time, and none that is longer than any of ours can be. */
public final class LineReader {

    private static final int LONGEST = 16 * 1024 * 1024;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean ended;
    private long number;

    public LineReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Goes to the next line; false when there is none. */
    public boolean next() throws IOException {
        line.reset();
        ended = false;
        int read = in.read();
        if (read < 0) {
            return false;
        }
        number++;
        while (read >= 0 && read != '\n' && line.size() <= LONGEST) {
            line.write(read);
            read = in.read();
        }
        ended = read == '\n';
        return true;
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
