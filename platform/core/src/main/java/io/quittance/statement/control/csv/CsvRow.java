package io.quittance.statement.control.csv;

import io.quittance.statement.CsvProfile;
import io.quittance.statement.CsvRole;
import io.quittance.statement.EntryStatus;
import io.quittance.statement.ReferenceKind;
import io.quittance.statement.control.DayOrder;
import io.quittance.statement.control.EntryDraft;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A line of a bank's CSV, read by a profile. @param number of the row in the file, blank ones not counted, the first is 1 */
record CsvRow(CsvProfile profile, List<String> cells, int number) {

    /** The cell of that role; empty when there is none. */
    String text(CsvRole role) {
        int at = profile.column(role);
        return at < 0 || at >= cells.size() ? "" : cells.get(at);
    }

    String textOr(CsvRole role, String otherwise) {
        String said = text(role);
        return said.isEmpty() ? otherwise : said;
    }

    /** Neither a day nor an amount: what banks write below the lines. */
    boolean isFooter() {
        return DayOrder.valueOf(profile.dateOrder().name()).parse(text(CsvRole.BOOKED_ON)).isEmpty()
                && (text(CsvRole.AMOUNT).isEmpty() && text(CsvRole.DEBIT).isEmpty() && text(CsvRole.CREDIT).isEmpty()
                || !text(CsvRole.BOOKED_ON).isEmpty() && !text(CsvRole.BOOKED_ON).matches(".*[0-9].*[0-9].*"));
    }

    /** Signed: money that came in is positive. Empty when the cells do not say it without doubt. */
    Optional<BigDecimal> amount() {
        String sign = profile.decimalSign();
        if (profile.column(CsvRole.AMOUNT) >= 0) {
            Optional<BigDecimal> amount = CsvCells.amount(text(CsvRole.AMOUNT), sign);
            int direction = CsvCells.direction(text(CsvRole.DIRECTION));
            boolean out = amount.filter(said -> said.signum() < 0).isPresent();
            if (profile.column(CsvRole.DIRECTION) >= 0 && (direction == 0 || direction > 0 && out)) {
                return Optional.empty();
            }
            return amount.map(said -> direction < 0 ? said.abs().negate() : profile.inverted() ? said.negate() : said);
        }
        Optional<BigDecimal> debit = part(CsvRole.DEBIT, sign);
        Optional<BigDecimal> credit = part(CsvRole.CREDIT, sign);
        boolean zero = debit.isPresent() && credit.isPresent();
        if (zero && debit.get().signum() != 0 && credit.get().signum() != 0) {
            return Optional.empty();
        }
        return zero ? Optional.of(credit.get().subtract(debit.get().abs())) : debit.map(said -> said.abs().negate()).or(() -> credit);
    }

    /** A cell that is written but no amount makes the line unclear, so that it is told and not dropped. */
    private Optional<BigDecimal> part(CsvRole role, String sign) {
        return text(role).isEmpty() ? Optional.empty() : CsvCells.amount(text(role), sign);
    }

    Optional<BigDecimal> balance() {
        return CsvCells.amount(text(CsvRole.BALANCE), profile.decimalSign());
    }

    EntryDraft entry(BigDecimal amount) {
        DayOrder order = DayOrder.valueOf(profile.dateOrder().name());
        EntryDraft entry = new EntryDraft().amount(amount)
                .days(order.parse(text(CsvRole.BOOKED_ON)), order.parse(text(CsvRole.VALUE_ON)))
                .status(CsvCells.isPending(text(CsvRole.STATUS)) ? EntryStatus.PENDING : EntryStatus.BOOKED)
                .counterparty(text(CsvRole.NAME), text(CsvRole.PARTY_ACCOUNT).replace(" ", ""), text(CsvRole.PARTY_BIC))
                .reference(ReferenceKind.BANK, text(CsvRole.REFERENCE))
                .reference(ReferenceKind.END_TO_END, text(CsvRole.END_TO_END))
                .reference(ReferenceKind.MANDATE, text(CsvRole.MANDATE))
                .reference(ReferenceKind.CREDITOR_ID, text(CsvRole.CREDITOR_ID))
                .reference(ReferenceKind.CREDITOR, text(CsvRole.CREDITOR_REFERENCE));
        for (int i = 0; i < Math.min(cells.size(), profile.columns().size()); i++) {
            if (profile.columns().get(i) == CsvRole.TEXT) {
                entry.remittance(cells.get(i).replaceAll("\\s{2,}", " "));
            }
        }
        return entry;
    }
}
