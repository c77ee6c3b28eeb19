package io.quittance.web.reconciliation;

import io.quittance.reconciliation.MappingPreview;
import io.quittance.reconciliation.StatementOutcome;
import io.quittance.reconciliation.boundary.CsvMappings;
import io.quittance.spi.money.Money;
import io.quittance.statement.CsvProfile;
import io.quittance.statement.CsvRole;
import io.quittance.statement.DateOrder;
import io.quittance.statement.Entry;
import io.quittance.statement.ReadOutcome;
import io.quittance.statement.StatementFile;
import io.quittance.web.language.Format;
import io.quittance.web.language.Language;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** The columns of a bank's CSV, as guessed or confirmed before, and how the file reads by them. */
@Named("csvMapping")
@ViewScoped
public class CsvMapping implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    @Inject
    transient CsvMappings boundary;

    @Inject
    transient Language language;

    @Inject
    transient Format format;

    @Inject
    transient Say say;

    private String fileName;
    private byte[] content;
    private CsvProfile profile;
    private String name;
    private String account;
    private String currency;
    private DateOrder dateOrder;
    private String decimalSign;
    private String characterSet;
    private boolean inverted;
    private final ArrayList<MappedColumn> columns = new ArrayList<>();

    /** A line as it reads. */
    public record Line(String day, String name, String text, String amount) {
    }

    /** Begins with a file that was brought in. */
    void begin(String file, byte[] bytes, CsvProfile suggestion) {
        fileName = file;
        content = bytes.clone();
        profile = suggestion;
        name = file.replaceFirst("(?i)\\.(csv|txt|dat)$", "");
        account = suggestion.account();
        currency = suggestion.currency();
        dateOrder = suggestion.dateOrder();
        decimalSign = suggestion.decimalSign();
        characterSet = suggestion.characterSet();
        inverted = suggestion.inverted();
        columns.clear();
        List<List<String>> rows = boundary.preview(content, suggestion).rows();
        for (int i = 0; i < suggestion.columns().size(); i++) {
            int at = i;
            String heading = i < suggestion.headings().size() ? suggestion.headings().get(i) : Integer.toString(i + 1);
            String sample = rows.stream().filter(row -> at < row.size()).map(row -> row.get(at)).filter(cell -> !cell.isEmpty())
                    .limit(2).reduce((one, other) -> one + " · " + other).orElse("");
            columns.add(new MappedColumn(heading, sample, suggestion.columns().get(i)));
        }
    }

    public void again() {
        profile = mapped();
    }

    public void cancel() {
        content = null;
        profile = null;
    }

    public void confirm() {
        profile = mapped();
        switch (boundary.confirm(fileName, content, profile, name)) {
            case StatementOutcome.Refused refused -> say.wrong(null, refused.fault().remedy(language.getLocale()));
            case StatementOutcome.NeedsMapping _ -> again();
            case StatementOutcome.Imported done -> {
                say.done("statement.done", done.lines(), done.matched(), done.discrepancies());
                cancel();
            }
        }
    }

    private CsvProfile mapped() {
        return new CsvProfile(characterSet == null ? "" : characterSet, profile.delimiter(), profile.skip(), profile.headings(), dateOrder,
                decimalSign, inverted, account == null ? "" : account.strip(),
                currency == null ? "" : currency.strip().toUpperCase(Locale.ROOT), columns.stream().map(MappedColumn::getRole).toList());
    }

    public boolean isOpen() {
        return profile != null;
    }

    /** The first lines by the present mapping. */
    public List<Line> getLines() {
        return read() instanceof ReadOutcome.Read(StatementFile file)
                ? file.statements().stream().flatMap(statement -> statement.entries().stream().limit(SHOWN)
                        .map(entry -> line(entry, statement.currency()))).limit(SHOWN).toList()
                : List.of();
    }

    private Line line(Entry entry, String in) {
        boolean exact = Currency.getAvailableCurrencies().stream().anyMatch(known -> known.getCurrencyCode().equals(in)
                && known.getDefaultFractionDigits() >= entry.amount().scale());
        return new Line(entry.bookedOn().map(format::date).orElse("?"), entry.counterparty().name(), String.join(" · ", entry.remittance()),
                exact ? format.money(Money.parse(entry.amount().toPlainString(), Currency.getInstance(in)))
                        : entry.amount().toPlainString());
    }

    /** What speaks against an import by the present mapping. */
    public List<String> getWarnings() {
        return switch (read()) {
            case ReadOutcome.Read(StatementFile file) -> file.warnings().stream()
                    .map(warning -> warning.fault().remedy(language.getLocale())).toList();
            case ReadOutcome.Unreadable unreadable -> List.of(unreadable.fault().remedy(language.getLocale()));
        };
    }

    private ReadOutcome read() {
        MappingPreview preview = boundary.preview(content, profile);
        return preview.outcome();
    }

    public CsvRole[] getRoles() {
        return CsvRole.values();
    }

    public DateOrder[] getDateOrders() {
        return DateOrder.values();
    }

    public List<String> getCharacterSets() {
        return List.of("UTF-8", "windows-1252", "ISO-8859-1", "IBM850", "windows-1250", "UTF-16");
    }

    public List<MappedColumn> getColumns() {
        return columns;
    }

    public String getFileName() {
        return fileName;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public DateOrder getDateOrder() {
        return dateOrder;
    }

    public void setDateOrder(DateOrder dateOrder) {
        this.dateOrder = dateOrder;
    }

    public String getDecimalSign() {
        return decimalSign;
    }

    public void setDecimalSign(String decimalSign) {
        this.decimalSign = decimalSign;
    }

    public String getCharacterSet() {
        return characterSet;
    }

    public void setCharacterSet(String characterSet) {
        this.characterSet = characterSet;
    }

    public boolean isInverted() {
        return inverted;
    }

    public void setInverted(boolean inverted) {
        this.inverted = inverted;
    }
}
