package io.quittance.web.reconciliation;

import io.quittance.bankfeed.EndOutcome;
import io.quittance.bankfeed.boundary.BankFeeds;
import io.quittance.web.shell.Say;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** Where banks send a person back who was asked for consent. */
@Named("connected")
@RequestScoped
public class ConnectedPage {

    @Inject
    BankFeeds feeds;
    @Inject
    Say say;

    private String title = "banks.back.unknown";
    private String reason = "";

    /** @return where to go on; null to stay and say why not */
    public String open() {
        Map<String, String> parameters = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        if (!parameters.containsKey("state")) {
            return null;
        }
        return switch (feeds.finish(parameters)) {
            case EndOutcome.Connected _ -> {
                say.done("banks.connected");
                yield "/app/reconciliation/banks.xhtml?faces-redirect=true";
            }
            case EndOutcome.Declined(String why) -> stay("banks.back.declined", why);
            case EndOutcome.NotYet(String why) -> stay("banks.back.notYet", why);
            case EndOutcome.Unknown _ -> null;
        };
    }

    private String stay(String key, String why) {
        title = key;
        reason = why;
        return null;
    }

    public String getTitle() {
        return title;
    }

    public String getReason() {
        return reason;
    }
}
