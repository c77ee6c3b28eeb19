package io.quittance.web.banking;

import io.quittance.banking.Mandate;
import io.quittance.banking.MandateDetails;
import io.quittance.banking.MandateId;
import io.quittance.banking.MandateOutcome;
import io.quittance.banking.boundary.Mandates;
import io.quittance.customer.CustomerId;
import io.quittance.spi.bank.Iban;
import io.quittance.spi.gateway.BankFiles.Scheme;
import io.quittance.web.customer.CustomerPage;
import io.quittance.web.shell.May;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The mandates of the shown customer. */
@Named("mandateDialog")
@ViewScoped
public class MandateDialog implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> INPUTS = Set.of("reference", "holder", "iban", "bic", "signedOn", "scheme");

    @Inject
    transient Mandates mandates;

    @Inject
    transient CustomerPage page;

    @Inject
    transient May may;

    @Inject
    transient Say say;

    private transient List<Mandate> all;
    private String reference = "";
    private String holder = "";
    private String iban = "";
    private String bic = "";
    private LocalDate signedOn;
    private Scheme scheme = Scheme.CORE;
    private boolean oneOff;

    /** A fresh form for the shown customer. */
    public void begin() {
        reference = "";
        holder = page.getCustomer().name();
        iban = "";
        bic = "";
        signedOn = null;
        scheme = Scheme.CORE;
        oneOff = false;
    }

    public void save() {
        tell(mandates.create(new MandateDetails(new CustomerId(page.getId()), reference, holder, iban, bic, signedOn, scheme, oneOff)),
                "mandate.saved");
    }

    public void revoke(long id) {
        tell(mandates.revoke(new MandateId(id)), "mandate.revoked");
    }

    /** Turns round whether the next collection is the last one. */
    public void toggleEnding(Mandate mandate) {
        tell(mandates.endWithNext(mandate.id(), !mandate.ending()), "mandate.saved");
    }

    private void tell(MandateOutcome outcome, String done) {
        switch (outcome) {
            case MandateOutcome.Saved _ -> say.done(done);
            case MandateOutcome.Refused refused ->
                    say.faults(refused.faults(), field -> INPUTS.contains(field) ? "mandateForm:" + field : null);
            case MandateOutcome.Unknown _ -> say.refused("error.gone");
        }
        all = null;
    }

    public List<Mandate> getAll() {
        if (all == null) {
            all = may.use("PAYMENT_READ") ? mandates.of(new CustomerId(page.getId())) : List.of();
        }
        return all;
    }

    /** Enough of the account to recognise it. */
    public String account(Mandate mandate) {
        return new Iban(mandate.details().iban()).masked();
    }

    public Scheme[] getSchemes() {
        return Scheme.values();
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getHolder() {
        return holder;
    }

    public void setHolder(String holder) {
        this.holder = holder;
    }

    public String getIban() {
        return iban;
    }

    public void setIban(String iban) {
        this.iban = iban;
    }

    public String getBic() {
        return bic;
    }

    public void setBic(String bic) {
        this.bic = bic;
    }

    public LocalDate getSignedOn() {
        return signedOn;
    }

    public void setSignedOn(LocalDate signedOn) {
        this.signedOn = signedOn;
    }

    public Scheme getScheme() {
        return scheme;
    }

    public void setScheme(Scheme scheme) {
        this.scheme = scheme;
    }

    public boolean isOneOff() {
        return oneOff;
    }

    public void setOneOff(boolean oneOff) {
        this.oneOff = oneOff;
    }
}
