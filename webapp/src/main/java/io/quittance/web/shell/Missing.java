package io.quittance.web.shell;

import jakarta.faces.context.FacesContext;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers that there is no such page: for an id that is malformed, gone or another tenant's, all alike. */
public final class Missing {

    private static final int NOT_FOUND = 404;

    private Missing() {
    }

    public static void answer() {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().responseSendError(NOT_FOUND, "");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        faces.responseComplete();
    }
}
