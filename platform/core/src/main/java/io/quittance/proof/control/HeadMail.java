package io.quittance.proof.control;

import io.quittance.LocalText;
import io.quittance.config.Configuration;
import io.quittance.config.DataFiles;
import io.quittance.notification.Composed;
import io.quittance.notification.Mail;
import io.quittance.notification.MessageParts;
import io.quittance.notification.OutboxItem;
import io.quittance.notification.OutboxKind;
import io.quittance.notification.boundary.Messages;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries the newest head to the auditor, as a file to keep. */
@ApplicationScoped
public class HeadMail implements OutboxKind {

    @Inject
    HeadRegister register;
    @Inject
    AuditorMail auditor;
    @Inject
    Messages messages;
    @Inject
    Configuration configuration;
    @Inject
    DataFiles files;
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
        Tenant current = tenant.get();
        HeadFile file = new HeadFile(current.slug(), head.get());
        MessageParts parts = messages.render(AuditorMail.HEAD, current.language(), current.name(), values(current, head.get()));
        byte[] json = (new FileLine.Head(file).json() + "\n").getBytes(StandardCharsets.UTF_8);
        return new Composed.Ready(new Mail(current.name(), "", List.of(address), current.language(), parts.subject(), parts.text(),
                parts.html(), List.of(new Mail.Attachment(file.fileName(), "application/json", json))));
    }

    @Override
    public void sent(OutboxItem item, Mail mail) {
        // that it was mailed is the outbox's to tell: an event here would call for another head and another mail
    }

    private Map<String, String> values(Tenant current, SignedHead signed) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("business", current.name());
        values.put("size", Long.toString(signed.head().size()));
        values.put("root", signed.head().root());
        values.put("key", signed.keyId());
        values.put("sealed", LocalText.date(signed.head().at().atZone(current.zone()).toLocalDate(), current.language()));
        values.put("file", new HeadFile(current.slug(), signed).fileName());
        values.put("link", configuration.required("quittance.base.url").replaceFirst("/$", "") + "/app/audit/trail.xhtml");
        Map<String, String> label = files.yaml("messages/labels.yaml", LabelFile.class).labels().get(AuditorMail.HEAD);
        values.put("linkText", label.getOrDefault(current.language().getLanguage(), label.get("en")));
        return values;
    }

    /** The file's shape. */
    record LabelFile(Map<String, Map<String, String>> labels) {
    }
}
