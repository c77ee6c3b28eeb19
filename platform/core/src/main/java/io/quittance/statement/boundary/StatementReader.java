package io.quittance.statement.boundary;

import io.quittance.Fault;
import io.quittance.statement.CsvProfile;
import io.quittance.statement.ReadOutcome;
import io.quittance.statement.control.Content;
import io.quittance.statement.control.FormatReader;
import io.quittance.statement.control.Unreadable;
import io.quittance.statement.control.bai.BaiReader;
import io.quittance.statement.control.camt.CamtReader;
import io.quittance.statement.control.coda.CodaReader;
import io.quittance.statement.control.csv.CsvGuess;
import io.quittance.statement.control.csv.CsvReader;
import io.quittance.statement.control.nacha.NachaReader;
import io.quittance.statement.control.ofx.OfxReader;
import io.quittance.statement.control.qif.QifReader;
import io.quittance.statement.control.swift.MtReader;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads statement files of every format that is known, told apart by what they contain and never by their names. Reads
 * bytes alone: no tenant, no database, nothing is fetched. Thread-safe.
 */
public final class StatementReader {

    /** Largest file that is read: 32 MiB. */
    public static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(StatementReader.class);
    private static final CsvReader CSV = new CsvReader();
    private static final List<FormatReader> FORMATS = List.of(new CamtReader(), new OfxReader(), new CodaReader(), new NachaReader(),
            new BaiReader(), new QifReader(), new MtReader(), CSV);

    /** How the bank of a CSV seems to write; empty when it is of another format, or nothing can be guessed. */
    public Optional<CsvProfile> guess(byte[] content) {
        try {
            Content file = Content.of(content);
            return FORMATS.stream().filter(format -> format.recognises(file)).findFirst().filter(CSV::equals)
                    .flatMap(_ -> CsvGuess.of(file));
        } catch (Unreadable none) {
            LOG.debug("no profile can be guessed: {}", none.getMessage());
            return Optional.empty();
        }
    }

    /** The first rows of a CSV as they are written, without what the profile skips; none when it cannot be cut into rows. */
    public List<List<String>> rows(byte[] content, CsvProfile profile, int most) {
        try {
            return CSV.rows(Content.of(content), profile, most);
        } catch (Unreadable none) {
            LOG.debug("no rows: {}", none.getMessage());
            return List.of();
        }
    }

    /** All statements of a CSV, by a profile that a person has confirmed. */
    public ReadOutcome read(byte[] content, CsvProfile profile) {
        try {
            return new ReadOutcome.Read(CSV.read(Content.of(content), profile));
        } catch (Unreadable reason) {
            return new ReadOutcome.Unreadable(reason.fault());
        }
    }

    /** All statements of a file. */
    public ReadOutcome read(byte[] content) {
        if (content.length > MOST_BYTES) {
            return new ReadOutcome.Unreadable(Fault.of("file", content.length, "statement.tooLarge", MOST_BYTES / 1024 / 1024));
        }
        try {
            Content file = Content.of(content);
            for (FormatReader format : FORMATS) {
                if (format.recognises(file)) {
                    return new ReadOutcome.Read(format.read(file));
                }
            }
            return new ReadOutcome.Unreadable(Fault.of("file", "", content.length == 0 ? "statement.empty" : "statement.unknown"));
        } catch (Unreadable reason) {
            return new ReadOutcome.Unreadable(reason.fault());
        }
    }
}
