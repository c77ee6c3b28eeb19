package io.quittance.statement.control;

import io.quittance.statement.Entry;
import io.quittance.statement.EntryDetail;
import io.quittance.statement.EntryStatus;
import io.quittance.statement.Party;
import io.quittance.statement.ReferenceKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An entry, or a detail of one, while it is read. */
public final class EntryDraft {

    private static final Set<String> NO_REFERENCE = Set.of("", "NONREF", "NOTPROVIDED", "NOT PROVIDED", "NOTAVAIL", "NOREF", "NON REF");
    private static final int MOST_REMITTANCE = 200;

    private final Map<ReferenceKind, String> references = new EnumMap<>(ReferenceKind.class);
    private final Set<String> remittance = new LinkedHashSet<>();
    private final List<EntryDetail> details = new ArrayList<>();
    private Optional<LocalDate> bookedOn = Optional.empty();
    private Optional<LocalDate> valueOn = Optional.empty();
    private Optional<BigDecimal> amount = Optional.empty();
    private EntryStatus status = EntryStatus.BOOKED;
    private boolean reversal;
    private Party party = Party.UNKNOWN;
    private String code = "";
    private String returnReason = "";

    public EntryDraft days(Optional<LocalDate> booked, Optional<LocalDate> value) {
        bookedOn = booked;
        valueOn = value;
        return this;
    }

    public EntryDraft amount(BigDecimal signed) {
        amount = Optional.of(signed);
        return this;
    }

    public EntryDraft status(EntryStatus how) {
        status = how;
        return this;
    }

    public EntryDraft reversal(boolean takesBack) {
        reversal = takesBack;
        return this;
    }

    /** The first reference of a kind stays; what banks write for "none" is none. */
    public EntryDraft reference(ReferenceKind kind, String reference) {
        String said = reference.strip();
        if (!NO_REFERENCE.contains(said.toUpperCase(Locale.ROOT))) {
            references.putIfAbsent(kind, said);
        }
        return this;
    }

    /** Parts that are known already stay. */
    public EntryDraft counterparty(String name, String account, String bic) {
        party = new Party(party.name().isEmpty() ? name : party.name(), party.account().isEmpty() ? account : party.account(),
                party.bic().isEmpty() ? bic : party.bic());
        return this;
    }

    public EntryDraft code(String bankCode) {
        code = bankCode.strip();
        return this;
    }

    public EntryDraft returned(String reason) {
        returnReason = returnReason.isEmpty() ? reason.strip() : returnReason;
        return this;
    }

    public EntryDraft remittance(String text) {
        String said = text.strip();
        if (!said.isEmpty() && remittance.size() < MOST_REMITTANCE) {
            remittance.add(said);
        }
        return this;
    }

    public EntryDraft detail(EntryDraft part) {
        details.add(new EntryDetail(part.amount, part.references, part.party, List.copyOf(part.remittance), part.returnReason));
        return this;
    }

    public Optional<BigDecimal> amount() {
        return amount;
    }

    /** @throws IllegalStateException without an amount: the reader must have warned and dropped it */
    public Entry build(String currency) {
        BigDecimal signed = amount.orElseThrow(() -> new IllegalStateException("an entry without an amount"));
        return new Entry(bookedOn, valueOn, Amounts.inCurrency(signed, currency), status, reversal, references, party, code, returnReason,
                List.copyOf(remittance), details.stream().map(detail -> exact(detail, currency)).toList());
    }

    private static EntryDetail exact(EntryDetail detail, String currency) {
        return new EntryDetail(detail.amount().map(amount -> Amounts.inCurrency(amount, currency)), detail.references(),
                detail.counterparty(), detail.remittance(), detail.returnReason());
    }
}
