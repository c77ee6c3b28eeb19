package io.quittance.web.shell;

import io.quittance.Fault;
import io.quittance.web.language.Language;
import io.quittance.web.language.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;

import java.util.List;
import java.util.function.UnaryOperator;

/** Answers a person: what was done, what was refused and what to do instead. */
@RequestScoped
public class Say {

    @Inject
    Texts texts;

    @Inject
    Language language;

    /** Said in passing; survives a redirect. */
    public void done(String key, Object... blanks) {
        add(null, FacesMessage.SEVERITY_INFO, texts.of(key, blanks));
    }

    /** Stays until the person has acted. */
    public void refused(String key, Object... blanks) {
        add(null, FacesMessage.SEVERITY_ERROR, texts.of(key, blanks));
        FacesContext.getCurrentInstance().validationFailed();
    }

    /** A text of the bundle, for {@link #wrong}. */
    public String text(String key, Object... blanks) {
        return texts.of(key, blanks);
    }

    /** Shows a remedy beside the input it concerns. */
    public void wrong(String clientId, String remedy) {
        FacesContext faces = FacesContext.getCurrentInstance();
        UIComponent input = clientId == null ? null : faces.getViewRoot().findComponent(stripRow(clientId));
        add(input == null ? null : clientId, FacesMessage.SEVERITY_ERROR, remedy);
        faces.validationFailed();
    }

    /**
     * Shows each fault beside its input, or above the form where it has none.
     *
     * @param clientIds from a fault's field to the input's client id; an id that is not on the page is no harm
     */
    public void faults(List<Fault> faults, UnaryOperator<String> clientIds) {
        faults.forEach(fault -> wrong(clientIds.apply(fault.field()), fault.remedy(language.getLocale())));
    }

    /** Rows of a repeated part have their number in the client id, and are found without it. */
    private static String stripRow(String clientId) {
        return ":" + clientId.replaceAll(":\\d+:", ":");
    }

    private static void add(String clientId, FacesMessage.Severity severity, String text) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage(clientId, new FacesMessage(severity, text, null));
        if (clientId == null) {
            faces.getExternalContext().getFlash().setKeepMessages(true);
        }
    }
}
