package io.quittance.proof.control;

import io.quittance.LocalText;
import io.quittance.notification.Composed;
import io.quittance.notification.Mail;
import io.quittance.notification.OutboxItem;
import io.quittance.notification.OutboxKind;
import io.quittance.notification.boundary.TenantMail;
import io.quittance.proof.FileLine;
import io.quittance.proof.HeadFile;
import io.quittance.proof.SignedHead;
import io.quittance.proof.boundary.AuditorMail;
import io.quittance.proof.boundary.HeadRegister;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries the newest head to the auditor, as a file to keep. That it was mailed is the outbox's to tell: an event would call for
 * another head and another mail.
 */
@ApplicationScoped
public class HeadMail implements OutboxKind {

    @Inject
    HeadRegister register;
    @Inject
    AuditorMail auditor;
    @Inject
    TenantMail mail;
    @Inject
    CurrentTenant tenant;

    @Override
    public String kind() {
        return AuditorMail.HEAD;
    }

    @Override
    public Composed compose(OutboxItem item) {
        String address = auditor.address();
        Optional<SignedHead> head = register.newest();
        if (address.isEmpty() || head.isEmpty()) {
            return new Composed.Withdrawn("there is no auditor any more");
        }
        HeadFile file = new HeadFile(tenant.get().slug(), head.get());
        byte[] json = (new FileLine.Head(file).json() + "\n").getBytes(StandardCharsets.UTF_8);
        return mail.write(AuditorMail.HEAD, List.of(address), new TenantMail.Button(AuditorMail.HEAD, "/app/audit/trail.xhtml"),
                values(head.get(), file.fileName()), new Mail.Attachment(file.fileName(), "application/json", json));
    }

    private Map<String, String> values(SignedHead signed, String fileName) {
        Tenant current = tenant.get();
        return Map.of("size", Long.toString(signed.head().size()), "root", signed.head().root(), "key", signed.keyId(),
                "sealed", LocalText.date(signed.head().at().atZone(current.zone()).toLocalDate(), current.language()),
                "file", fileName);
    }
}
