package io.quittance.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One way to falsify a file.
 *
 * @param firstBad position of the first entry at which the file is no longer what it was
 */
record Tampering(String what, byte[] file, long firstBad) {

    private static final int WAYS = 9;

    static Tampering random(SampleTrail trail, SplittableRandom random) {
        List<AuditEntry> entries = trail.entries();
        int at = random.nextInt(entries.size());
        return switch (random.nextInt(WAYS)) {
            case 0, 1 -> flip(trail, at, random);
            case 2 -> delete(trail, at, random.nextBoolean());
            case 3 -> insert(trail, at, SampleTrail.random(at, random), random.nextBoolean());
            case 4 -> copy(trail, at, random.nextInt(entries.size()));
            case 5, 6 -> swap(trail, at, random, random.nextBoolean());
            case 7 -> truncate(trail, at, random);
            default -> edit(trail, at, random);
        };
    }

    /** One bit of an entry's line, the line feed at its end included. */
    private static Tampering flip(SampleTrail trail, int at, SplittableRandom random) {
        byte[] file = trail.file(trail.entries());
        int begin = begin(file, at);
        int length = SampleTrail.line(trail.entries().get(at)).length;
        file[begin + random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
        return new Tampering("flip", file, at);
    }

    private static Tampering delete(SampleTrail trail, int at, boolean renumber) {
        List<AuditEntry> entries = trail.entries();
        entries.remove(at);
        return of("delete", trail, entries, at, renumber);
    }

    private static Tampering insert(SampleTrail trail, int at, AuditEntry forged, boolean renumber) {
        List<AuditEntry> entries = trail.entries();
        entries.add(at, forged);
        return of("insert", trail, entries, at, renumber);
    }

    private static Tampering copy(SampleTrail trail, int at, int of) {
        List<AuditEntry> entries = trail.entries();
        entries.add(at, entries.get(of));
        // a copy put right before the original is the same file as one put right behind it
        return of("copy", trail, entries, at == of ? at + 1 : at, false);
    }

    private static Tampering swap(SampleTrail trail, int one, SplittableRandom random, boolean renumber) {
        List<AuditEntry> entries = trail.entries();
        int other = (one + 1 + random.nextInt(entries.size() - 1)) % entries.size();
        AuditEntry kept = entries.set(one, entries.get(other));
        entries.set(other, kept);
        return of("swap", trail, entries, Math.min(one, other), renumber);
    }

    /** Cuts somewhere in an entry's line, or right before it. */
    private static Tampering truncate(SampleTrail trail, int at, SplittableRandom random) {
        byte[] file = trail.file(trail.entries());
        int length = SampleTrail.line(trail.entries().get(at)).length;
        return new Tampering("truncate", Arrays.copyOf(file, begin(file, at) + random.nextInt(length)), at);
    }

    /** Another event in place of one, written as we write it. */
    private static Tampering edit(SampleTrail trail, int at, SplittableRandom random) {
        List<AuditEntry> entries = trail.entries();
        AuditEntry old = entries.get(at);
        entries.set(at, switch (random.nextInt(3)) {
            case 0 -> new AuditEntry(at, old.id(), old.at().plusNanos(1_000), old.actor(), old.action(), old.subject(), old.subjectId(),
                    old.before(), old.after());
            case 1 -> new AuditEntry(at, old.id(), old.at(), "person:mallory", old.action(), old.subject(), old.subjectId(), old.before(),
                    old.after());
            default -> SampleTrail.random(at, random);
        });
        return of("edit", trail, entries, at, false);
    }

    private static Tampering of(String what, SampleTrail trail, List<AuditEntry> entries, int firstBad, boolean renumber) {
        if (renumber) {
            for (int i = 0; i < entries.size(); i++) {
                AuditEntry each = entries.get(i);
                entries.set(i, new AuditEntry(i, each.id(), each.at(), each.actor(), each.action(), each.subject(), each.subjectId(),
                        each.before(), each.after()));
            }
        }
        return new Tampering(what + (renumber ? " and renumber" : ""), trail.file(entries), firstBad);
    }

    /** Where the line of that entry begins. */
    private static int begin(byte[] file, int at) {
        byte[] start = ("\n{\"n\":" + at + ",").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < file.length; i++) {
            if (file[i] == '\n' && Arrays.equals(file, i, Math.min(file.length, i + start.length), start, 0, start.length)) {
                return i + 1;
            }
        }
        throw new AssertionError("there is no entry " + at);
    }
}
