package io.quittance.web.invoice;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.CreditStanding;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.DraftStart;
import io.quittance.invoice.FilledLines;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.LineWish;
import io.quittance.invoice.boundary.DraftDefaults;
import io.quittance.tax.PriceMode;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.customer.CustomerChoice;
import io.quittance.web.customer.CustomerSearch;
import io.quittance.web.language.Language;
import io.quittance.web.shell.Say;
import jakarta.inject.Inject;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What an invoice is to say, as it stands in an editor: who is to pay, the lines, and the server's own totals beside them. */
public abstract class DraftForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_LINES = 500;

    @Inject
    protected transient CustomerSearch customers;

    @Inject
    protected transient CurrentTenant tenant;

    @Inject
    protected transient Say say;

    @Inject
    transient TaxChoices taxes;

    @Inject
    transient DraftDefaults defaults;

    @Inject
    transient Language language;

    private transient InvoiceTotals totals;
    private transient CreditStanding credit;
    private BigDecimal discount;
    private String picked;
    private CustomerChoice customer;
    private Currency currency;
    private PriceMode prices = PriceMode.NET;
    private String buyerReference = "";
    private String notes = "";
    private final ArrayList<LineForm> lines = new ArrayList<>();

    /** An empty form. @param forCustomer null for nobody yet */
    protected void start(Long forCustomer) {
        currency = tenant.get().currency();
        customer = forCustomer == null ? null : customers.find(forCustomer).orElse(null);
        begin();
        addLine();
    }

    protected void fill(DraftInvoice draft) {
        customer = customers.find(draft.customer().value()).orElse(null);
        currency = Currency.getInstance(draft.currency());
        buyerReference = draft.buyerReference();
        notes = draft.notes();
        prices = draft.prices();
        lines.clear();
        draft.lines().forEach(line -> lines.add(LineForm.of(line)));
        if (lines.isEmpty()) {
            addLine();
        }
        compute();
    }

    /** What it says; empty, and said, while nobody is to pay it. */
    protected Optional<DraftInvoice> draft(LocalDate issueDate, LocalDate dueDate) {
        if (customer == null) {
            say.refused("invoice.customer.missing");
            return Optional.empty();
        }
        List<LineInput> inputs = lines.stream().filter(line -> !line.isBlank()).map(LineForm::input).toList();
        return Optional.of(new DraftInvoice(new CustomerId(customer.id()), currency.getCurrencyCode(), Optional.ofNullable(issueDate),
                Optional.ofNullable(dueDate), buyerReference, notes, inputs, prices));
    }

    /** The customer was chosen: what its invoices begin with fills what nobody has written yet. */
    public void begin() {
        Optional<DraftStart> start = Optional.ofNullable(customer).flatMap(chosen -> defaults.start(new CustomerId(chosen.id())));
        start.ifPresent(known -> {
            discount = known.discountPercent();
            if (lines.stream().allMatch(LineForm::isBlank)) {
                currency = known.currency();
                prices = known.prices();
                lines.replaceAll(line -> new LineForm(line.getTax(), discount));
            }
        });
        compute();
    }

    /** An item of the catalogue was picked: it fills the last line if that is blank, or one more. */
    public void pick() {
        CustomerId buyer = new CustomerId(customer == null ? 0 : customer.id());
        FilledLines filled = defaults.fill(buyer, currency.getCurrencyCode(), prices, List.of(LineWish.of(picked, "1")));
        picked = null;
        filled.faults().forEach(fault -> say.wrong(null, fault.remedy(language.getLocale())));
        filled.lines().stream().filter(line -> line.tax() != null && lines.size() < MOST_LINES).forEach(line -> {
            if (!lines.isEmpty() && lines.getLast().isBlank()) {
                lines.removeLast();
            }
            lines.add(LineForm.of(line));
        });
        compute();
    }

    public void addLine() {
        if (lines.size() < MOST_LINES) {
            lines.add(new LineForm(lines.isEmpty() ? taxes.usual() : lines.getLast().getTax(), discount));
        }
        compute();
    }

    public void removeLine(int position) {
        if (position >= 0 && position < lines.size()) {
            lines.remove(position);
        }
        if (lines.isEmpty()) {
            addLine();
        }
        compute();
    }

    /** Asks for the totals of the lines as they stand. */
    public void compute() {
        try {
            totals = InvoiceTotals.of(lines.stream().map(LineForm::input).toList(), currency, prices);
            for (int i = 0; i < lines.size(); i++) {
                lines.get(i).setAmount(lines.get(i).isBlank() ? null : totals.lines().get(i).amount());
            }
            credit = Optional.ofNullable(customer).flatMap(chosen -> defaults.credit(new CustomerId(chosen.id()), totals.gross()))
                    .filter(CreditStanding::over).orElse(null);
        } catch (ArithmeticException tooLarge) {
            totals = null;
            say.refused("line.tooLarge");
        }
    }

    /** How the customer stands to its limit with this draft; null unless it would be beyond. */
    public CreditStanding getCredit() {
        return credit;
    }

    public String getPicked() {
        return picked;
    }

    public void setPicked(String picked) {
        this.picked = picked;
    }

    public InvoiceTotals getTotals() {
        return totals;
    }

    public List<LineForm> getLines() {
        return lines;
    }

    public CustomerChoice getCustomer() {
        return customer;
    }

    public void setCustomer(CustomerChoice customer) {
        this.customer = customer;
    }

    public Currency getCurrency() {
        return currency;
    }

    public void setCurrency(Currency currency) {
        this.currency = currency;
    }

    public PriceMode getPrices() {
        return prices;
    }

    public void setPrices(PriceMode prices) {
        this.prices = prices;
    }

    public String getBuyerReference() {
        return buyerReference;
    }

    public void setBuyerReference(String buyerReference) {
        this.buyerReference = buyerReference;
    }

    public String getNotes() {
        return notes;
    }

    public void setNotes(String notes) {
        this.notes = notes;
    }

    /** From a fault's field such as {@code lines[2].unitPrice} to the input it was typed into. */
    protected static String inputOf(String field) {
        String path = field.replaceFirst("^lines\\[(\\d+)]\\.", "lines:$1:");
        return path.startsWith("lines[") || path.equals("lines") ? null : "editor:" + path;
    }
}
