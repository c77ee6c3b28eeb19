package io.quittance.web.banking;

import io.quittance.banking.BatchOutcome;
import io.quittance.web.language.Language;
import io.quittance.web.shell.Say;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Says why a wish about a batch was refused. */
@RequestScoped
public class BatchTexts {

    @Inject
    Say say;

    @Inject
    Language language;

    public void explain(BatchOutcome outcome) {
        switch (outcome) {
            case BatchOutcome.Done _ -> say.done("banking.done");
            case BatchOutcome.Nothing _ -> say.refused("banking.nothing");
            case BatchOutcome.OwnBatch _ -> say.refused("banking.own");
            case BatchOutcome.NotPrepared _ -> say.refused("banking.decided");
            case BatchOutcome.NoBank _ -> say.refused("banking.none");
            case BatchOutcome.Refused refused -> say.refused("banking.refused", refused.reason().in(language.getLocale()));
            case BatchOutcome.Outdated outdated -> say.faults(outdated.faults(), field -> null);
            case BatchOutcome.Unknown _ -> say.refused("error.gone");
        }
    }
}
