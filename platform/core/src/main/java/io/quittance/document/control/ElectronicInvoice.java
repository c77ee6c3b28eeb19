package io.quittance.document.control;

import io.quittance.credit.CreditNote;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.Party;
import io.quittance.invoice.Seller;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxTotal;
import io.quittance.tax.boundary.TaxTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An invoice or a credit note as machines read it, from the same frozen figures as the page: the profile EN 16931 of Factur-X,
 * which is that of ZUGFeRD.
 *
 * <p>There is none where the standard asks for what is not known, since an invalid file is worse than none: the seller's tax id
 * or registration (BR-CO-26) and both countries; for goods within the Community the day of delivery; a single category where one
 * lies outside of the tax. Currencies with three decimals have none either (BR-DEC-01 and its sisters allow two), nor have drafts
 * and invoices that were issued elsewhere.
 */
@ApplicationScoped
public class ElectronicInvoice {

    private static final int MOST_DECIMALS = 2;

    @Inject
    TaxTable taxes;

    /** Of an issued invoice. @return XML */
    Optional<String> of(InvoiceView invoice) {
        if (invoice.row().facts().document() == DocumentStatus.DRAFT || invoice.row().number().isEmpty()) {
            return Optional.empty();
        }
        Labels labels = new Labels(invoice.language());
        LocalDate issued = invoice.row().issueDate().orElseThrow();
        CrossIndustryInvoice.Terms terms = new CrossIndustryInvoice.Terms(invoice.due().map(due -> due.date()),
                PaymentWords.inWords(invoice, labels) + PaymentWords.forMachines(invoice, issued), invoice.paymentReference());
        return written(new CrossIndustryInvoice.Paper(CrossIndustryInvoice.INVOICE, invoice.row().number().get(), issued, invoice.seller(),
                invoice.buyer(), invoice.totals(), invoice.language(), invoice.buyerReference(), notes(invoice.notes()), terms,
                Optional.empty()));
    }

    /** @return XML that names the invoice which it corrects */
    Optional<String> of(CreditNote credit) {
        Labels labels = new Labels(credit.language());
        CrossIndustryInvoice.Terms terms = new CrossIndustryInvoice.Terms(Optional.empty(), labels.of("credit.terms"), "");
        return written(new CrossIndustryInvoice.Paper(CreditNote.TYPE_CODE, credit.number(), credit.issueDate(), credit.seller(),
                credit.buyer(), credit.totals(), credit.language(), "", notes(labels.of("credit.reason", credit.reason())), terms,
                Optional.of(new CrossIndustryInvoice.Preceding(credit.invoiceNumber(), credit.invoiceDate()))));
    }

    private static List<String> notes(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }

    private Optional<String> written(CrossIndustryInvoice.Paper paper) {
        return isComplete(paper) ? Optional.of(CrossIndustryInvoice.write(paper, tax -> taxes.reason(paper.seller().address().country(),
                tax.rate(), paper.issued(), paper.language().getLanguage()))) : Optional.empty();
    }

    private boolean isComplete(CrossIndustryInvoice.Paper paper) {
        Seller seller = paper.seller();
        Party buyer = paper.buyer();
        Set<TaxCategory> categories = paper.totals().taxes().stream().map(tax -> tax.rate().category()).collect(Collectors.toSet());
        List<Boolean> conditions = new ArrayList<>(List.of(
                paper.totals().gross().currency().getDefaultFractionDigits() <= MOST_DECIMALS,
                !categories.isEmpty(),
                !seller.name().isEmpty() && !seller.address().country().isEmpty(),
                !buyer.name().isEmpty() && !buyer.address().country().isEmpty(),
                categories.equals(Set.of(TaxCategory.O)) || !seller.taxId().isEmpty(),
                !seller.registration().isEmpty()
                        || !categories.contains(TaxCategory.O) && CrossIndustryInvoice.isVatId(seller.taxId()),
                !categories.contains(TaxCategory.O) || categories.size() == 1,
                !categories.contains(TaxCategory.AE) || CrossIndustryInvoice.isVatId(buyer.taxId()),
                !categories.contains(TaxCategory.G) || CrossIndustryInvoice.isVatId(seller.taxId()),
                !categories.contains(TaxCategory.K)));
        conditions.add(paper.totals().taxes().stream().allMatch(tax -> isExplained(paper, tax)));
        return conditions.stream().allMatch(condition -> condition);
    }

    private boolean isExplained(CrossIndustryInvoice.Paper paper, TaxTotal tax) {
        return !tax.rate().category().needsReason() || !taxes.reason(paper.seller().address().country(), tax.rate(), paper.issued(),
                paper.language().getLanguage()).isEmpty();
    }
}
