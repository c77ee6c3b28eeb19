package io.quittance.web.dunning;

import io.quittance.Fault;
import io.quittance.notification.MessageTemplate;
import io.quittance.notification.boundary.Messages;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** The words of the tenant's messages. */
@Named("templates")
@ViewScoped
public class TemplatesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Messages messages;

    @Inject
    transient Say say;

    private transient List<MessageTemplate> all;
    private String chosen = "";
    private String subject = "";
    private String body = "";

    public List<MessageTemplate> getAll() {
        if (all == null) {
            all = messages.all();
        }
        return all;
    }

    public void open(String key) {
        find(key).ifPresent(template -> {
            chosen = key;
            subject = template.subject();
            body = template.body();
        });
    }

    public void save() {
        Optional<MessageTemplate> before = find(chosen);
        if (before.isEmpty()) {
            say.refused("error.gone");
            return;
        }
        MessageTemplate changed = new MessageTemplate(before.get().kind(), before.get().language(), subject.strip(), body.strip());
        List<Fault> faults = messages.change(changed);
        if (faults.isEmpty()) {
            say.done("templates.saved");
            chosen = "";
        } else {
            say.faults(faults, field -> field.equals("subject") || field.equals("body") ? "template:" + field : null);
        }
        all = null;
    }

    public void cancel() {
        chosen = "";
    }

    public String key(MessageTemplate template) {
        return template.kind() + "/" + template.language();
    }

    private Optional<MessageTemplate> find(String key) {
        return getAll().stream().filter(template -> key(template).equals(key)).findFirst();
    }

    public String getChosen() {
        return chosen;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject == null ? "" : subject;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body == null ? "" : body;
    }
}
