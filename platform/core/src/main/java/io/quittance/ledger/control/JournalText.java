package io.quittance.ledger.control;

import io.quittance.ledger.AccountKind;
import io.quittance.ledger.JournalLine;
import io.quittance.ledger.LedgerAccount;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The journal in the plain text of Ledger and hledger, so that anybody can add it up with a program that is not ours.
 * An entry's code is its number; postings carry customer, invoice and claim as tags.
 *
 * @see <a href="https://hledger.org/hledger.html#journal">hledger's journal format</a>
 */
final class JournalText {

    private static final Map<AccountKind, String> ROOTS = Map.of(AccountKind.ASSET, "assets", AccountKind.LIABILITY, "liabilities",
            AccountKind.EQUITY, "equity", AccountKind.INCOME, "revenues", AccountKind.EXPENSE, "expenses");

    private JournalText() {
    }

    /** @param lines of one entry, in order */
    static void write(Appendable out, List<JournalLine> lines) throws IOException {
        JournalLine first = lines.getFirst();
        out.append(first.bookedOn().toString()).append(" * (").append(first.entry().toString()).append(") ")
                .append(oneLine(first.description())).append("  ; cause:").append(oneLine(first.cause().type())).append('-')
                .append(Long.toString(first.cause().id())).append(", posted:").append(first.postedAt().toString()).append('\n');
        for (JournalLine line : lines) {
            out.append("    ").append(account(line.account())).append("  ").append(line.amount().toDecimal().toPlainString()).append(' ')
                    .append(line.amount().currency().getCurrencyCode()).append(tags(line)).append('\n');
        }
        out.append('\n');
    }

    private static String account(LedgerAccount account) {
        return ROOTS.get(account.role().kind()) + ":" + account.code() + " " + account.role().name().toLowerCase(Locale.ROOT);
    }

    private static String tags(JournalLine line) {
        StringBuilder tags = new StringBuilder();
        line.dimension().customer().ifPresent(id -> tags.append("customer:").append(id));
        line.dimension().invoice().ifPresent(id -> tags.append(tags.isEmpty() ? "" : ", ").append("invoice:").append(id));
        line.dimension().claim().ifPresent(id -> tags.append(tags.isEmpty() ? "" : ", ").append("claim:").append(id));
        return tags.isEmpty() ? "" : "  ; " + tags;
    }

    /** A semicolon begins a comment, a bar splits payee from note, and a line ends the entry's head. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl};|]", " ").strip();
    }
}
