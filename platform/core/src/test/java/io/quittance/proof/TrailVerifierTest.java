package io.quittance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.proof.boundary.TrailVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrailVerifierTest {

    private final SampleTrail trail = new SampleTrail(300, 7);
    private final byte[] file = trail.file(trail.entries());

    @Test
    void a_file_as_it_was_exported_is_sound_also_against_every_earlier_head() throws IOException {
        Verdict verdict = verify(file);
        assertThat(verdict.bad()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(300);
        assertThat(verdict.slug()).isEqualTo("acme");
        for (SignedHead earlier : trail.heads) {
            assertThat(new TrailVerifier(Optional.of(earlier), Optional.of(trail.publicKey())).verify(new ByteArrayInputStream(file)).bad())
                    .isEmpty();
        }
    }

    @Test
    void the_bytes_of_a_leaf_are_what_the_format_says() {
        AuditEntry entry = new AuditEntry(0, 1, Instant.ofEpochSecond(1, 2_000), "ä", "b", "c", 2, Optional.empty(), Optional.of("{}"));
        assertThat(HexFormat.of().formatHex(entry.leaf())).isEqualTo("51414531" + "0000000000000001" + "00000000000f4242"
                + "00000002c3a4" + "0000000162" + "0000000163" + "0000000000000002" + "ffffffff" + "000000027b7d");
    }

    @Test
    void a_head_kept_from_before_the_trail_was_exchanged_gives_it_away() throws IOException {
        SignedHead kept = trail.heads.getFirst();
        TreeHead other = new TreeHead(SampleTrail.TENANT, kept.head().from(), kept.head().size(), kept.head().at(), "0".repeat(64),
                kept.head().marks());
        assertThat(verify(file, trail.sign(other))).satisfies(bad -> {
            assertThat(bad.kind()).isEqualTo(BadEntry.Kind.FORKED);
            assertThat(bad.entry()).isZero();
            assertThat(bad.through()).isEqualTo(kept.head().size() - 1);
        });
    }

    @Test
    void a_head_that_knew_of_more_entries_shows_that_the_end_is_missing() throws IOException {
        SampleTrail longer = new SampleTrail(300, 7);
        TreeHead last = longer.heads.getLast().head();
        TreeHead later = new TreeHead(last.tenant(), 300, 340, last.at(), last.root(), last.marks());
        assertThat(verify(file, trail.sign(later))).satisfies(bad -> {
            assertThat(bad.kind()).isEqualTo(BadEntry.Kind.TRUNCATED);
            assertThat(bad.entry()).isEqualTo(300);
        });
    }

    @Test
    void a_file_signed_by_another_key_or_of_another_tenant_is_not_trusted() throws IOException {
        SampleTrail strangers = new SampleTrail(300, 7);
        assertThat(verify(file, strangers.heads.getFirst()).kind()).isEqualTo(BadEntry.Kind.KEY);
        assertThat(new TrailVerifier(Optional.empty(), Optional.of(strangers.publicKey())).verify(new ByteArrayInputStream(file)).bad()
                .orElseThrow().kind()).isEqualTo(BadEntry.Kind.KEY);
        TreeHead first = trail.heads.getFirst().head();
        SignedHead elsewhere = trail.sign(new TreeHead(1, first.from(), first.size(), first.at(), first.root(), first.marks()));
        assertThat(verify(file, elsewhere).kind()).isEqualTo(BadEntry.Kind.HEADER);
    }

    @Test
    void no_byte_of_a_head_can_be_changed_unseen() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        String text = new String(file, StandardCharsets.UTF_8);
        int header = text.indexOf('\n');
        int batch = text.indexOf("{\"batch\"", header + 2 + text.substring(0, header).length());
        for (int round = 0; round < 400; round++) {
            byte[] changed = file.clone();
            boolean first = round % 2 == 0;
            int slug = text.indexOf("acme");
            int from = first ? 0 : text.substring(0, batch).getBytes(StandardCharsets.UTF_8).length;
            int to = first ? header : from + text.indexOf('\n', batch) - batch;
            int at = random.nextInt(from, to);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            // the slug is for people: what is signed is the tenant's number
            if (at < slug || at >= slug + 4) {
                assertThat(verify(changed).bad()).as("byte %d", at).isPresent();
            }
        }
    }

    @Test
    void without_its_heads_a_file_proves_nothing() throws IOException {
        String headless = new String(file, StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("{\"batch\""))
                .reduce("", (text, line) -> text + line + "\n");
        assertThat(verify(headless.getBytes(StandardCharsets.UTF_8)).bad()).map(BadEntry::kind).contains(BadEntry.Kind.HEAD);
        assertThat(verify(new byte[0]).bad()).map(BadEntry::kind).contains(BadEntry.Kind.HEADER);
        assertThat(verify("{\"format\":\"another\"}\n".getBytes(StandardCharsets.UTF_8)).bad()).map(BadEntry::kind)
                .contains(BadEntry.Kind.HEADER);
    }

    @Test
    void of_a_thousand_random_tamperings_all_are_found_and_the_first_bad_entry_is_named() throws IOException {
        SplittableRandom random = new SplittableRandom(20_261_121);
        SampleTrail large = new SampleTrail(200, 11);
        List<String> missed = new ArrayList<>();
        int found = 0;
        for (int round = 0; round < 1_000; round++) {
            Tampering tampering = Tampering.random(large, random);
            Verdict verdict = verify(tampering.file());
            if (verdict.bad().map(BadEntry::entry).filter(entry -> entry == tampering.firstBad()).isPresent()
                    && verdict.entries() == tampering.firstBad()) {
                found++;
            } else {
                missed.add(tampering.what() + " at " + tampering.firstBad() + ": " + verdict.bad());
            }
        }
        assertThat(missed).isEmpty();
        assertThat(found).isEqualTo(1_000);
    }

    @Test
    void who_hashes_everything_anew_is_found_by_what_was_signed() throws IOException {
        List<AuditEntry> exchanged = trail.entries();
        exchanged.set(123, SampleTrail.random(123, new SplittableRandom(1)));
        byte[] forged = trail.file(exchanged);
        assertThat(verify(forged).bad()).map(BadEntry::entry).contains(123L);
        assertThat(Arrays.equals(forged, file)).isFalse();
    }

    private static Verdict verify(byte[] bytes) throws IOException {
        return new TrailVerifier(Optional.empty(), Optional.empty()).verify(new ByteArrayInputStream(bytes));
    }

    private static BadEntry verify(byte[] bytes, SignedHead earlier) throws IOException {
        return new TrailVerifier(Optional.of(earlier), Optional.empty()).verify(new ByteArrayInputStream(bytes)).bad().orElseThrow();
    }
}
