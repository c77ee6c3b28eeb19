package io.quittance.web.autopay;

import io.quittance.autopay.Agreement;
import io.quittance.autopay.AgreeOutcome;
import io.quittance.autopay.NoticeDays;
import io.quittance.autopay.boundary.Autopay;
import io.quittance.autopay.boundary.AutopaySettings;
import io.quittance.autopay.boundary.AutopayUnits;
import io.quittance.config.Configuration;
import io.quittance.plugin.EnabledGateway;
import io.quittance.plugin.InstallationId;
import io.quittance.web.language.Language;
import io.quittance.web.portal.PortalPage;
import io.quittance.web.shell.Say;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Lets the debtor of the shown invoice agree to be charged by itself, without paying now, and withdraw. */
@Named("portalAutopay")
@ViewScoped
public class PortalAutopay implements Serializable {

    private static final long serialVersionUID = 1L;
    /** Of the text {@code portal.autopay.consent}: whoever changes what it means counts on. */
    private static final int CONSENT_VERSION = 2;

    @Inject
    transient Autopay autopay;

    @Inject
    transient AutopayUnits units;

    @Inject
    transient AutopaySettings settings;

    @Inject
    transient PortalPage portal;

    @Inject
    transient Configuration configuration;

    @Inject
    transient Language language;

    @Inject
    transient Say say;

    private transient Optional<Agreement> agreement;
    private transient List<EnabledGateway> gateways;
    private NoticeDays notice;
    private boolean agreed;

    public void agree(String gateway) {
        if (!agreed) {
            say.wrong("pay:agreed", say.text("portal.autopay.agree.first"));
            return;
        }
        URI home = URI.create(configuration.baseUrl() + portal.getAddress());
        switch (autopay.agree(portal.getView().id(), new InstallationId(gateway),
                new Autopay.Consent(CONSENT_VERSION, getConsent(), "PORTAL", getNotice()), home, language.getLocale())) {
            case AgreeOutcome.Redirect redirect -> leaveFor(redirect.page());
            case AgreeOutcome.Declined declined -> say.refused("portal.declined", declined.reason());
            case AgreeOutcome.TryAgain _ -> say.refused("portal.notSent");
            case AgreeOutcome.Unknown _ -> say.refused("error.gone");
        }
    }

    public void withdraw() {
        if (autopay.withdraw(portal.getView().id())) {
            say.done("portal.autopay.withdrawn");
        }
        agreement = null;
    }

    private static void leaveFor(URI page) {
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect(page.toString());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** What is shown is what is kept. */
    public String getConsent() {
        return say.text("portal.autopay.consent", portal.getView().seller().name(), getNotice().directDebit(), getNotice().other());
    }

    /** Stays as it was first shown: who agrees to it is promised so much, whatever is changed meanwhile. */
    private NoticeDays getNotice() {
        if (notice == null) {
            notice = settings.notice();
        }
        return notice;
    }

    public Optional<Agreement> getAgreement() {
        if (agreement == null) {
            agreement = units.of(portal.getView().id());
        }
        return agreement;
    }

    public List<EnabledGateway> getGateways() {
        if (gateways == null) {
            gateways = autopay.gateways();
        }
        return gateways;
    }

    public boolean isPossible() {
        return !getGateways().isEmpty() || getAgreement().isPresent();
    }

    public boolean isAgreed() {
        return agreed;
    }

    public void setAgreed(boolean agreed) {
        this.agreed = agreed;
    }
}
