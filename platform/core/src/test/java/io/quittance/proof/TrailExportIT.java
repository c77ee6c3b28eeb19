package io.quittance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.access.AccessDenied;
import io.quittance.access.Actor;
import io.quittance.access.Permission;
import io.quittance.proof.boundary.AuditorMail;
import io.quittance.proof.boundary.TrailExport;
import io.quittance.proof.boundary.TrailProofs;
import io.quittance.proof.boundary.TrailVerifier;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.MailServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrailExportIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private final SealedTenant sealed = new SealedTenant();

    @AfterEach
    void releaseClock() {
        CORE.clock().release();
    }

    @Test
    void a_row_that_the_administrator_changed_is_named() throws SQLException {
        AuditEntry victim = sealedEntries(40).get(17);
        sealed.administer("UPDATE audit_event SET actor = 'person:mallory' WHERE id = " + victim.id());
        assertThat(sealed.verify()).satisfies(verdict -> {
            assertThat(verdict.entries()).isEqualTo(17);
            assertThat(verdict.bad().orElseThrow().kind()).isEqualTo(BadEntry.Kind.ALTERED);
            assertThat(verdict.bad().orElseThrow().entry()).isEqualTo(17);
        });
    }

    @Test
    void also_if_he_put_the_hash_of_the_changed_row_into_the_tree() throws SQLException {
        AuditEntry victim = sealedEntries(20).get(9);
        AuditEntry changed = new AuditEntry(9, victim.id(), victim.at(), "person:mallory", victim.action(), victim.subject(),
                victim.subjectId(), victim.before(), victim.after());
        sealed.administer("UPDATE audit_event SET actor = 'person:mallory' WHERE id = " + victim.id());
        sealed.administer("UPDATE audit_leaf SET leaf_hash = 0x" + HexFormat.of().formatHex(changed.hash())
                + " WHERE event_id = " + victim.id());
        assertThat(sealed.verify().bad()).map(BadEntry::entry).contains(9L);
    }

    @Test
    void a_row_that_he_deleted_or_put_in_place_of_another_is_named_too() throws SQLException {
        List<AuditEntry> entries = sealedEntries(30);
        sealed.administer("UPDATE audit_leaf SET event_id = -1 WHERE position = 20");
        sealed.administer("UPDATE audit_leaf SET event_id = " + entries.get(20).id() + " WHERE position = 21");
        sealed.administer("UPDATE audit_leaf SET event_id = " + entries.get(21).id() + " WHERE position = 20");
        assertThat(sealed.verify().bad()).map(BadEntry::entry).contains(20L);
        sealed.administer("DELETE FROM audit_event WHERE id = " + entries.get(12).id());
        assertThat(sealed.verify().bad().orElseThrow()).satisfies(bad -> {
            assertThat(bad.kind()).isEqualTo(BadEntry.Kind.MISSING);
            assertThat(bad.entry()).isEqualTo(12);
        });
    }

    @Test
    void an_entry_and_the_growth_of_the_tree_are_proven_by_files_that_verify() throws IOException {
        sealedEntries(23);
        SignedHead first = sealed.head();
        AuditEntry event = sealedEntries(30).get(5);
        SignedHead newest = sealed.head();
        FileLine entry = CORE.in(sealed.tenant, () -> CORE.get(TrailProofs.class)
                .inclusion(CORE.get(TrailProofs.class).position(event.id()).orElseThrow(), OptionalLong.empty()).orElseThrow());
        assertThat(verify(entry, newest)).isEmpty();
        assertThat(verify(entry, first)).map(BadEntry::kind).contains(BadEntry.Kind.FORKED);
        FileLine growth = CORE.in(sealed.tenant, () -> CORE.get(TrailProofs.class)
                .consistency(OptionalLong.of(first.head().size()), OptionalLong.empty()).orElseThrow());
        assertThat(verify(growth, first)).isEmpty();
        assertThat(CORE.in(sealed.tenant, () -> CORE.get(TrailProofs.class).inclusion(4711, OptionalLong.empty()))).isEmpty();
        assertThat(CORE.in(sealed.tenant, () -> CORE.get(TrailProofs.class)
                .consistency(OptionalLong.of(1), OptionalLong.empty()))).isEmpty();
    }

    private static Optional<BadEntry> verify(FileLine proof, SignedHead kept) throws IOException {
        return new TrailVerifier(Optional.of(kept), Optional.of(kept.key()))
                .verify(new ByteArrayInputStream((proof.json() + "\n").getBytes(StandardCharsets.UTF_8))).bad();
    }

    @Test
    void nobody_without_the_right_to_read_the_trail_exports_it() {
        sealedEntries(1);
        Actor viewer = new Actor.Person("1", "V", "v@example.com", Set.of("viewer"), Set.of(Permission.INVOICE_READ));
        assertThatThrownBy(() -> TenantScope.run(sealed.tenant, viewer, () -> CORE.get(TrailExport.class).head()))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void the_auditor_is_mailed_the_newest_head_once_a_civil_day_at_six_and_only_if_it_is_new() throws MessagingException {
        try (MailServer mailbox = new MailServer()) {
            String auditor = sealed.tenant.slug() + "@auditor.example";
            at("2027-03-27T12:00");
            sealed.record("first", 5);
            answer();
            assertThat(mailbox.to(auditor)).isEmpty();

            CORE.run(sealed.tenant, () -> assertThat(CORE.get(AuditorMail.class).change("not an address")).hasSize(1));
            CORE.run(sealed.tenant, () -> assertThat(CORE.get(AuditorMail.class).change(auditor)).isEmpty());
            answer();
            assertThat(mailbox.to(auditor)).hasSize(1);

            sealed.record("second", 5);
            at("2027-03-28T05:59:59");
            answer();
            assertThat(mailbox.to(auditor)).hasSize(1);
            at("2027-03-28T06:00");
            answer();
            sealed.record("third", 1);
            at("2027-03-28T23:00");
            answer();
            assertThat(mailbox.to(auditor)).hasSize(2);

            HeadFile mailed = attached(mailbox.to(auditor).getLast());
            assertThat(mailed.head().head().size()).isLessThan(sealed.head().head().size());
            assertThat(sealed.verify(Optional.of(mailed.head())).bad()).isEmpty();

            at("2027-03-29T06:00");
            answer();
            at("2027-03-30T06:00");
            answer();
            assertThat(mailbox.to(auditor)).as("nothing new on the 30th").hasSize(3);
        }
    }

    private static HeadFile attached(MimeMessage mail) {
        return MailServer.leaves(mail).stream().filter(leaf -> leaf.fileName() != null).map(leaf -> {
            assertThat(leaf.fileName()).startsWith("audit-head-").endsWith(".json");
            try {
                return ((FileLine.Head) FileLine.read(leaf.text().strip().getBytes(StandardCharsets.UTF_8))).file();
            } catch (MalformedLine broken) {
                throw new AssertionError(broken);
            }
        }).findFirst().orElseThrow();
    }

    private List<AuditEntry> sealedEntries(int count) {
        sealed.record("changed", count);
        sealed.seal();
        assertThat(sealed.verify().bad()).isEmpty();
        return sealed.entries();
    }

    private static void answer() {
        CORE.answerBells();
    }

    private static void at(String berlin) {
        CORE.clock().set(LocalDateTime.parse(berlin).atZone(ZoneId.of("Europe/Berlin")).toInstant());
    }
}
