package io.quittance.bankfeed.control;

import io.quittance.notification.Composed;
import io.quittance.notification.Mail;
import io.quittance.notification.OutboxItem;
import io.quittance.notification.OutboxKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** @see ConsentMail#ENDS */
@ApplicationScoped
public class ConsentEndsMail implements OutboxKind {

    @Inject
    ConsentMail mail;

    @Override
    public String kind() {
        return ConsentMail.ENDS;
    }

    @Override
    public Composed compose(OutboxItem item) {
        return mail.compose(kind(), item);
    }

    @Override
    public void sent(OutboxItem item, Mail delivered) {
        // the outbox's own row says that it was told
    }
}
