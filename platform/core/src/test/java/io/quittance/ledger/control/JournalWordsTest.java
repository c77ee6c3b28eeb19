package io.quittance.ledger.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Cause;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.JournalEntryId;
import io.quittance.ledger.JournalLine;
import io.quittance.ledger.LedgerAccount;
import io.quittance.ledger.Posting;
import io.quittance.ledger.PostingLine;
import io.quittance.spi.money.Money;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JournalWordsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-31");

    @Test
    void a_digest_stays_what_it_was_and_looks_at_everything_but_the_wording() {
        assertThat(digest(posting("k", "one", DAY, 100, Dimension.ofClaim(1, 2, 3)))).hasSize(64)
                .isEqualTo(digest(posting("k", "another", DAY, 100, Dimension.ofClaim(1, 2, 3))));
        Set<String> unlike = Stream.of(posting("k", "", DAY, 100, Dimension.ofClaim(1, 2, 3)),
                posting("k", "", DAY.plusDays(1), 100, Dimension.ofClaim(1, 2, 3)),
                posting("k", "", DAY, 101, Dimension.ofClaim(1, 2, 3)), posting("k", "", DAY, 100, Dimension.ofClaim(1, 2, 4)),
                posting("k", "", DAY, 100, Dimension.ofClaim(1, 3, 3)), posting("k", "", DAY, 100, Dimension.ofClaim(2, 2, 3)))
                .map(JournalWordsTest::digest).collect(Collectors.toSet());
        assertThat(unlike).hasSize(6);
    }

    @Test
    void an_entry_reads_as_hledger_reads_it() throws IOException {
        LedgerAccount bank = new LedgerAccount("1200", AccountRole.BANK, Map.of("en", "Bank"));
        LedgerAccount owed = new LedgerAccount("1400", AccountRole.RECEIVABLES, Map.of("en", "Receivables"));
        StringBuilder text = new StringBuilder();
        JournalText.write(text, List.of(line(bank, 1050, Dimension.none()), line(owed, -1050, Dimension.ofClaim(1, 2, 3))));
        assertThat(text).hasToString("""
                2026-03-31 * (7) Paid   twice  ; cause:test-1, posted:1970-01-01T00:00:00Z
                    assets:1200 bank  10.50 EUR
                    assets:1400 receivables  -10.50 EUR  ; customer:1, invoice:2, claim:3

                """);
    }

    private static JournalLine line(LedgerAccount account, long amount, Dimension dimension) {
        return new JournalLine(new JournalEntryId(7), 1, DAY, Instant.EPOCH, new Cause("test", 1), "Paid ;|twice", "", account,
                Money.ofMinor(amount, "EUR"), dimension);
    }

    private static String digest(Posting posting) {
        return HexFormat.of().formatHex(PostingDigest.of(posting));
    }

    private static Posting posting(String key, String description, LocalDate day, long amount, Dimension claim) {
        return new Posting(key, new Cause("test", 1), day, description, List.of(
                PostingLine.debit(AccountRole.RECEIVABLES, Money.ofMinor(amount, "EUR"), claim),
                PostingLine.credit(AccountRole.REVENUE, Money.ofMinor(amount, "EUR"), Dimension.none())));
    }
}
