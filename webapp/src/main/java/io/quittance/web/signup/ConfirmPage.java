package io.quittance.web.signup;

import io.quittance.signup.ConfirmOutcome;
import io.quittance.signup.LinkOutcome;
import io.quittance.signup.boundary.SignUpConfirmation;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;

/** What the link in the mail opens: choose a password, and the business is set up. */
@Named("confirmSignUp")
@ViewScoped
public class ConfirmPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignUpConfirmation confirmation;

    @Inject
    transient Say say;

    private String token = "";
    private String state = "CLOSED";
    private String business = "";
    private String email = "";
    private String slug = "";
    private boolean passwordNeeded;
    /** Never kept beyond the request that brings it. */
    private transient String password = "";
    private transient String repeated = "";

    public void open() {
        switch (confirmation.look(token == null ? "" : token)) {
            case LinkOutcome.Open open -> {
                state = "OPEN";
                business = open.business();
                email = open.email();
                slug = open.slug();
                passwordNeeded = open.passwordNeeded();
            }
            case LinkOutcome.Closed closed -> state = "CLOSED";
            case LinkOutcome.Away away -> state = "AWAY";
        }
    }

    public String confirm() {
        String chosen = password == null ? "" : password;
        if (passwordNeeded && !chosen.equals(repeated)) {
            say.wrong("confirm:repeated", say.text("signup.password.differs"));
            return null;
        }
        return switch (confirmation.confirm(token, slug, chosen)) {
            case ConfirmOutcome.Confirmed confirmed -> "/signup/progress.xhtml?faces-redirect=true&key=" + confirmed.progressKey();
            case ConfirmOutcome.SlugTaken taken -> {
                say.wrong("confirm:slug", say.text("signup.slug.taken", taken.suggestion()));
                slug = taken.suggestion();
                yield null;
            }
            case ConfirmOutcome.SlugInvalid invalid -> {
                say.wrong("confirm:slug", say.text("signup.slug.help"));
                yield null;
            }
            case ConfirmOutcome.PasswordRefused refused -> {
                say.wrong("confirm:password", say.text("signup.password.refused", refused.reason()));
                yield null;
            }
            case ConfirmOutcome.Closed closed -> {
                state = "CLOSED";
                yield null;
            }
            case ConfirmOutcome.Away away -> {
                say.refused("signup.away");
                yield null;
            }
        };
    }

    public String getState() {
        return state;
    }

    public String getBusiness() {
        return business;
    }

    public String getEmail() {
        return email;
    }

    public boolean isPasswordNeeded() {
        return passwordNeeded;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug == null ? "" : slug.strip();
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getRepeated() {
        return "";
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated == null ? "" : repeated;
    }
}
