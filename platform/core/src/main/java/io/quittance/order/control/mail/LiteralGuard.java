package io.quittance.order.control.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stands between a mail server and the library that trusts it: the library makes room for whatever length a server announces, and
 * keeps a line however long it grows. Ends the connection before that.
 *
 * @see "RFC 3501, 4.3: a literal is announced as {n} at the end of a line"
 */
final class LiteralGuard extends FilterInputStream {

    private final long longestLiteral;
    private final long longestLine;
    private long left;
    private long line;
    private long announced = -1;
    private boolean closed;

    LiteralGuard(InputStream in, long longestLiteral, long longestLine) {
        super(in);
        this.longestLiteral = longestLiteral;
        this.longestLine = longestLine;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            look(value);
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        for (int i = 0; i < count; i++) {
            look(target[offset + i] & 0xFF);
        }
        return count;
    }

    private void look(int value) throws IOException {
        if (left > 0) {
            left--;
            return;
        }
        if (++line > longestLine) {
            throw new IOException("the mail server sends lines without an end");
        }
        if (value == '\n') {
            if (closed) {
                left = announced;
            }
            line = 0;
            forget();
        } else if (value == '{') {
            announced = 0;
            closed = false;
        } else if (announced >= 0 && !closed && value >= '0' && value <= '9') {
            announced = announced * 10 + value - '0';
            if (announced > longestLiteral) {
                throw new IOException("the mail server announces more than is read: " + announced + " bytes at least");
            }
        } else if (announced >= 0 && !closed && value == '}') {
            closed = true;
        } else if (value != '\r') {
            forget();
        }
    }

    private void forget() {
        announced = -1;
        closed = false;
    }
}
