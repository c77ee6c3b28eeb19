package io.quittance.web.settings;

import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.config.Configuration;
import io.quittance.delivery.boundary.PortalLinks;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.web.shell.Missing;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.Optional;

/** Makes the pay button of an invoice, to be copied into the business's own site. */
@Named("payButton")
@ViewScoped
public class PayButtonPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient InvoiceList invoices;

    @Inject
    transient PortalLinks links;

    @Inject
    transient Permissions permissions;

    @Inject
    transient Configuration configuration;

    @Inject
    transient Say say;

    private String number = "";
    private String link = "";
    private String label = "";

    public void open() {
        if (!permissions.allowed(Permission.INVOICE_READ)) {
            Missing.answer();
        }
    }

    /** A fresh private link to the invoice of that number, in a snippet. */
    public void make() {
        Optional<InvoiceView> found = number.isBlank() ? Optional.empty()
                : invoices.byNumber(new InvoiceNumber(number.strip())).flatMap(invoices::find)
                        .filter(view -> view.row().facts().document() == DocumentStatus.ISSUED);
        if (found.isEmpty()) {
            link = "";
            say.wrong("make:number", say.text("paybutton.unknown"));
            return;
        }
        link = links.create(found.get().id()).url();
        label = say.text("paybutton.pay", number.strip());
    }

    public boolean isMade() {
        return !link.isEmpty();
    }

    public String getPlain() {
        return snippet().plain();
    }

    public String getForm() {
        return snippet().form();
    }

    public String getScripted() {
        return snippet().scripted(getBase());
    }

    /** Our address, as links begin. */
    public String getBase() {
        return configuration.baseUrl();
    }

    private PaySnippet snippet() {
        return new PaySnippet(link, label);
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number == null ? "" : number;
    }
}
