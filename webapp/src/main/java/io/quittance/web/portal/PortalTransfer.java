package io.quittance.web.portal;

import io.quittance.document.QrCode;
import io.quittance.document.TransferCode;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.Seller;
import io.quittance.plugin.Capability;
import io.quittance.plugin.boundary.Gateways;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.spi.bank.CreditorReference;
import io.quittance.spi.gateway.PaymentInstruction.Due;
import io.quittance.spi.gateway.PaymentInstruction.Instruction;
import io.quittance.web.language.Language;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How to pay the shown invoice by transfer: to the account that its document names, else as an enabled plugin says. */
@Named("portalTransfer")
@ViewScoped
public class PortalTransfer implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient PortalPage page;

    @Inject
    transient Plugins plugins;

    @Inject
    transient Gateways gateways;

    @Inject
    transient Language language;

    @Inject
    transient Say say;

    private transient List<Line> lines;

    /** What to type, and under which name. */
    public record Line(String label, String value) {
    }

    /** None where nobody knows an account, or nothing is to be paid. */
    public List<Line> getLines() {
        if (lines == null) {
            lines = !page.isPayable() ? List.of() : page.getView().seller().iban().isEmpty() ? ofPlugin() : ofDocument();
        }
        return lines;
    }

    private List<Line> ofDocument() {
        Seller seller = page.getView().seller();
        List<Line> found = new ArrayList<>();
        found.add(new Line(say.text("transfer.payee"), seller.name()));
        found.add(new Line("IBAN", seller.iban().replaceAll("(.{4})(?=.)", "$1 ")));
        if (!seller.bic().isEmpty()) {
            found.add(new Line("BIC", seller.bic()));
        }
        String reference = page.getView().paymentReference();
        found.add(new Line(say.text("transfer.reference"),
                CreditorReference.parse(reference).map(CreditorReference::grouped).orElse(reference)));
        return found;
    }

    private List<Line> ofPlugin() {
        InvoiceView view = page.getView();
        Due due = new Due(page.getDueNow(), view.paymentReference(), view.buyer().name());
        return plugins.enabled(Capability.PAYMENT_INSTRUCTION).stream().findFirst()
                .flatMap(gateway -> gateways.instruct(gateway.installation(), due)).map(this::shown).orElse(List.of());
    }

    private List<Line> shown(Instruction instruction) {
        return instruction.lines().stream().map(line -> new Line(line.label().in(language.getLocale()), line.value())).toList();
    }

    /** What a bank's app scans; empty where no such transfer can be made. */
    public Optional<QrCode> getCode() {
        return page.isPayable() ? TransferCode.of(page.getView(), page.getDueNow()).map(code -> QrCode.of(code.payload()))
                : Optional.empty();
    }
}
