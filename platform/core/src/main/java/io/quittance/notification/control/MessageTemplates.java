package io.quittance.notification.control;

import io.quittance.config.DataFiles;
import io.quittance.notification.MessageTemplate;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tenant's own templates, and the ones every tenant starts with. */
@ApplicationScoped
public class MessageTemplates {

    /** The language there is always a template in. */
    private static final String FALLBACK = "en";

    @Inject
    EntityManager entities;
    @Inject
    DataFiles files;

    /** What the product ships. */
    public List<MessageTemplate> shipped() {
        return files.yaml("messages/templates.yaml", Shipped.class).templates();
    }

    /** @throws IllegalStateException when the product ships no such template */
    public MessageTemplate shipped(String kind, Locale language) {
        return choose(shipped().stream().filter(template -> template.kind().equals(kind)).toList(), language)
                .orElseThrow(() -> new IllegalStateException("there is no template for " + kind));
    }

    /** In that language, else in English. */
    public MessageTemplate find(String kind, Locale language) {
        return choose(all().stream().filter(template -> template.kind().equals(kind)).toList(), language)
                .orElseGet(() -> shipped(kind, language));
    }

    public List<MessageTemplate> all() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT kind, language, subject, body FROM message_template ORDER BY kind, language");
                    ResultSet row = select.executeQuery()) {
                List<MessageTemplate> templates = new ArrayList<>();
                while (row.next()) {
                    templates.add(new MessageTemplate(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
                }
                return templates;
            }
        });
    }

    public void put(MessageTemplate template) {
        write(template, " ON DUPLICATE KEY UPDATE subject = VALUES(subject), body = VALUES(body)");
    }

    /** Leaves a template alone that is there already. */
    public void putIfAbsent(MessageTemplate template) {
        write(template, " ON DUPLICATE KEY UPDATE kind = VALUES(kind)");
    }

    private void write(MessageTemplate template, String otherwise) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO message_template (kind, language, subject, body) VALUES (?, ?, ?, ?)" + otherwise)) {
                insert.setString(1, template.kind());
                insert.setString(2, template.language());
                insert.setString(3, template.subject());
                insert.setString(4, template.body());
                return insert.executeUpdate();
            }
        });
    }

    private static Optional<MessageTemplate> choose(List<MessageTemplate> candidates, Locale language) {
        return candidates.stream().filter(template -> template.language().equals(language.getLanguage())).findFirst()
                .or(() -> candidates.stream().filter(template -> template.language().equals(FALLBACK)).findFirst());
    }

    /** The file's shape. */
    record Shipped(List<MessageTemplate> templates) {
    }
}
