package io.quittance.web.credit;

import io.quittance.Fault;
import io.quittance.credit.CategoryCredit;
import io.quittance.credit.CreditEffect;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditOutcome;
import io.quittance.credit.CreditRoom;
import io.quittance.credit.CreditScope;
import io.quittance.credit.LineCredit;
import io.quittance.credit.PreviewOutcome;
import io.quittance.credit.boundary.CreditNotes;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.web.invoice.InvoicePage;
import io.quittance.web.language.Format;
import io.quittance.web.language.Texts;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The dialog that credits an invoice: first what, then what this does, then done. */
@Named("creditDialog")
@ViewScoped
public class CreditDialog implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CreditNotes notes;
    @Inject
    transient InvoicePage page;
    @Inject
    transient Corrections corrections;
    @Inject
    transient Format format;
    @Inject
    transient Texts texts;
    @Inject
    transient Say say;

    /** As long as one request lasts. */
    private transient CreditEffect effect;

    /** Of this dialog: pressed twice, one credit note is issued. */
    private String key;
    private CreditScope scope = CreditScope.WHOLE;
    private ArrayList<CreditPart> lines = new ArrayList<>();
    private ArrayList<CreditPart> categories = new ArrayList<>();
    private String reason = "";
    private boolean mail;
    private boolean shown;

    /** A fresh form with what is left of the invoice. */
    public void begin() {
        CreditRoom room = notes.room(invoice()).orElseThrow();
        key = UUID.randomUUID().toString();
        scope = CreditScope.WHOLE;
        lines = room.lines().stream().filter(line -> !line.left().isZero())
                .map(line -> new CreditPart(String.valueOf(line.line().position()), line.line().description(), line.left()))
                .collect(Collectors.toCollection(ArrayList::new));
        categories = room.categories().stream().filter(part -> !part.net().isZero())
                .map(part -> new CreditPart(part.rate().category() + ":" + part.rate().percent().toPlainString(), label(part.rate()),
                        part.net())).collect(Collectors.toCollection(ArrayList::new));
        reason = "";
        mail = !page.getView().buyer().email().isEmpty();
        shown = false;
    }

    /** Judges what was entered; the effect is shown only when it is possible. */
    public void preview() {
        List<Fault> faults = new ArrayList<>();
        CreditOrder order = order(faults);
        if (faults.isEmpty() && notes.preview(order) instanceof PreviewOutcome.Refused(List<Fault> refused)) {
            faults.addAll(refused);
        }
        shown = faults.isEmpty();
        effect = null;
        say.faults(faults, this::inputOf);
    }

    public void back() {
        shown = false;
    }

    public void issue() {
        List<Fault> faults = new ArrayList<>();
        CreditOrder order = order(faults);
        switch (notes.issue(order)) {
            case CreditOutcome.Issued done -> say.done("credit.issued", done.number().text());
            case CreditOutcome.AlreadyIssued done -> say.done("credit.issued", done.number().text());
            case CreditOutcome.Waiting waits -> say.done("correction.waits");
            case CreditOutcome.Refused refused -> say.faults(refused.faults(), this::inputOf);
        }
        shown = false;
        page.refresh();
        corrections.refresh();
    }

    /** What pressing the last button does; null where that is not possible any more. */
    public CreditEffect getEffect() {
        if (!shown) {
            return null;
        }
        if (effect == null && notes.preview(order(new ArrayList<>())) instanceof PreviewOutcome.Possible possible) {
            effect = possible.effect();
        }
        return effect;
    }

    private CreditOrder order(List<Fault> faults) {
        List<LineCredit> ofLines = scope != CreditScope.LINES ? List.of() : lines.stream().filter(CreditPart::isWished)
                .map(part -> new LineCredit(Integer.parseInt(part.key()), money(part, faults))).toList();
        List<CategoryCredit> ofCategories = scope != CreditScope.CATEGORIES ? List.of() : categories.stream().filter(CreditPart::isWished)
                .map(part -> new CategoryCredit(rate(part.key()), money(part, faults))).toList();
        return new CreditOrder(key, invoice(), scope, ofLines, ofCategories, reason, mail);
    }

    private Money money(CreditPart part, List<Fault> faults) {
        Currency currency = Currency.getInstance(part.getCurrency());
        try {
            return Money.of(part.getAmount(), currency, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            String field = (scope == CreditScope.LINES ? "lines[" : "categories[") + part.key() + "]";
            faults.add(Fault.of(field, part.getAmount().toPlainString(), "money.tooManyDecimals", currency.getDefaultFractionDigits()));
            return Money.zero(currency);
        }
    }

    private static TaxRate rate(String key) {
        String[] parts = key.split(":", 2);
        return new TaxRate(TaxCategory.valueOf(parts[0]), new BigDecimal(parts[1]));
    }

    private String label(TaxRate rate) {
        return texts.word("tax", rate.category()) + " " + format.decimal(rate.percent()) + " %";
    }

    /** From the field of a fault, such as {@code lines[2]}, to the input beside which it is shown. */
    private String inputOf(String field) {
        boolean ofLine = field.startsWith("lines[");
        if (ofLine || field.startsWith("categories[")) {
            List<CreditPart> parts = ofLine ? lines : categories;
            String wanted = field.substring(field.indexOf('[') + 1, field.length() - 1);
            for (int row = 0; row < parts.size(); row++) {
                if (parts.get(row).key().equals(wanted)) {
                    return "creditForm:" + (ofLine ? "lines:" : "categories:") + row + ":amount";
                }
            }
            return null;
        }
        return field.equals("reason") || field.equals("mail") ? "creditForm:" + field : null;
    }

    private InvoiceId invoice() {
        return new InvoiceId(page.getId());
    }

    public CreditScope[] getScopes() {
        return CreditScope.values();
    }

    public CreditScope getScope() {
        return scope;
    }

    public void setScope(CreditScope scope) {
        this.scope = scope;
    }

    public List<CreditPart> getLines() {
        return lines;
    }

    public List<CreditPart> getCategories() {
        return categories;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public boolean isMail() {
        return mail;
    }

    public void setMail(boolean mail) {
        this.mail = mail;
    }
}
