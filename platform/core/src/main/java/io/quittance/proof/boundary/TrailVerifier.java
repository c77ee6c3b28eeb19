package io.quittance.proof.boundary;

import io.quittance.proof.BadEntry;
import io.quittance.proof.BadEntry.Kind;
import io.quittance.proof.FileLine;
import io.quittance.proof.MalformedLine;
import io.quittance.proof.SignedHead;
import io.quittance.proof.Verdict;
import io.quittance.proof.control.LineReader;
import io.quittance.proof.control.ProofCheck;
import io.quittance.proof.control.TrailCheck;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Verifies what was handed out: an exported trail, or a proof of one entry or of two heads.
 *
 * <p>A trail is verified: every entry against its mark, every batch against its signed root, all of it against the
 * newest head and, if there is one, against a head that was kept from earlier. Needs neither server nor database, and as
 * much memory as one batch takes.
 */
public final class TrailVerifier {

    private final Optional<SignedHead> earlier;
    private final Optional<String> trusted;

    /**
     * @param earlier a head that was mailed before the file was made
     * @param trusted the public key, X.509 in Base64; without it and without an earlier head the file vouches for its own key
     */
    public TrailVerifier(Optional<SignedHead> earlier, Optional<String> trusted) {
        this.earlier = earlier;
        this.trusted = trusted;
    }

    /**
     * Reads up to the first entry that is not as it was sealed.
     *
     * @throws IOException when the file cannot be read
     */
    public Verdict verify(InputStream file) throws IOException {
        LineReader lines = new LineReader(file);
        TrailCheck check = new TrailCheck(earlier, trusted);
        Optional<BadEntry> bad = Optional.empty();
        while (bad.isEmpty() && lines.next()) {
            try {
                FileLine line = FileLine.read(lines.line());
                if (lines.number() == 1 && (line instanceof FileLine.Inclusion || line instanceof FileLine.Consistency)) {
                    return new ProofCheck(earlier, trusted).verdict(line, lines.next());
                }
                bad = check.line(line, lines.number());
            } catch (MalformedLine malformed) {
                Kind kind = lines.number() == 1 ? Kind.HEADER : Kind.UNREADABLE;
                bad = Optional.of(BadEntry.at(kind, lines.number() == 1 ? -1 : check.entries(), lines.number(),
                        "line " + lines.number() + " cannot be read: " + malformed.getMessage()));
            }
        }
        if (bad.isEmpty()) {
            bad = check.end(lines.number());
        }
        return new Verdict(check.slug(), check.newest(), check.entries(), bad);
    }
}
