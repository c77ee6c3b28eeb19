package io.quittance.imports.control;

import io.quittance.Fault;
import io.quittance.imports.FileFault;
import io.quittance.imports.RowFault;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Says faults in a person's language. */
public final class ImportTexts {

    private static final String BUNDLE = "io.quittance.imports.texts";

    private final ResourceBundle bundle;
    private final Locale language;

    public ImportTexts(Locale language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(BUNDLE, language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public String of(FileFault fault) {
        return text("file." + fault.reason(), fault.details());
    }

    /** With the column in front where there is one. */
    public String of(RowFault fault) {
        if (fault.reason() == RowFault.Reason.REFUSED) {
            List<String> arguments = fault.details().subList(1, fault.details().size());
            Fault refused = new Fault(fault.column(), fault.value(), fault.details().getFirst(), arguments);
            return fault.column() + ": " + refused.remedy(language);
        }
        List<String> details = new ArrayList<>(List.of(fault.value()));
        details.addAll(fault.details());
        String text = text("row." + fault.reason(), details);
        return fault.column().isEmpty() ? text : fault.column() + ": " + text;
    }

    private String text(String key, List<String> details) {
        return new MessageFormat(bundle.getString(key), language).format(details.toArray());
    }
}
