package io.quittance.host;

import io.quittance.plugin.Refusal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a zip archive says about itself, read without unpacking anything and without trusting a library to be strict:
 * one directory, at the very end, that agrees with the entries it lists.
 *
 * @see "PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16"
 */
final class CentralDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int HEADER_SIGNATURE = 0x02014b50;
    private static final int HEADER_BYTES = 46;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int ENCRYPTED = 1;
    private static final int UNIX = 3;
    private static final int UNIX_TYPE_MASK = 0xf000;
    private static final int UNIX_LINK = 0xa000;

    /** One listed entry. */
    record Entry(String name, long packed, long unpacked, boolean link) {
    }

    private CentralDirectory() {
    }

    /**
     * The entries, all of them within the limits and safe to put on a disk.
     *
     * @throws Unfit naming the first thing that is wrong
     */
    static List<Entry> read(byte[] archive, Limits limits) throws Unfit {
        ByteBuffer zip = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int end = archive.length - END_BYTES;
        if (end < 0 || zip.getInt(end) != END_SIGNATURE || zip.getShort(end + 20) != 0) {
            throw new Unfit(Refusal.NOT_AN_ARCHIVE, "it does not end with a zip directory");
        }
        int count = zip.getShort(end + 10) & 0xffff;
        long at = zip.getInt(end + 16) & 0xffffffffL;
        long size = zip.getInt(end + 12) & 0xffffffffL;
        if (at + size != end || zip.getInt(end + 4) != 0) {
            throw new Unfit(Refusal.NOT_AN_ARCHIVE, "its directory does not lie where it says, or it is split or zip64");
        }
        if (count > limits.entries()) {
            throw new Unfit(Refusal.TOO_MUCH_INSIDE, count + " entries, at most " + limits.entries() + " are allowed");
        }
        List<Entry> entries = entries(zip, (int) at, end, count);
        check(entries, archive.length, limits);
        return entries;
    }

    private static List<Entry> entries(ByteBuffer zip, int from, int end, int count) throws Unfit {
        List<Entry> entries = new ArrayList<>(count);
        int at = from;
        for (int i = 0; i < count; i++) {
            if (at + HEADER_BYTES > end || zip.getInt(at) != HEADER_SIGNATURE) {
                throw new Unfit(Refusal.NOT_AN_ARCHIVE, "its directory breaks off at entry " + i);
            }
            int nameBytes = zip.getShort(at + 28) & 0xffff;
            int next = at + HEADER_BYTES + nameBytes + (zip.getShort(at + 30) & 0xffff) + (zip.getShort(at + 32) & 0xffff);
            if (next > end) {
                throw new Unfit(Refusal.NOT_AN_ARCHIVE, "its directory breaks off inside entry " + i);
            }
            entries.add(entry(zip, at, nameBytes, from));
            at = next;
        }
        if (at != end) {
            throw new Unfit(Refusal.NOT_AN_ARCHIVE, "its directory lists more than it counts");
        }
        return entries;
    }

    private static Entry entry(ByteBuffer zip, int at, int nameBytes, int directory) throws Unfit {
        String name = text(zip, at + HEADER_BYTES, nameBytes);
        if ((zip.getShort(at + 8) & ENCRYPTED) != 0) {
            throw new Unfit(Refusal.NOT_AN_ARCHIVE, "entry " + name + " is encrypted");
        }
        long local = zip.getInt(at + 42) & 0xffffffffL;
        if (local + LOCAL_BYTES + nameBytes > directory || zip.getInt((int) local) != LOCAL_SIGNATURE
            || (zip.getShort((int) local + 26) & 0xffff) != nameBytes
            || !text(zip, (int) local + LOCAL_BYTES, nameBytes).equals(name)) {
            throw new Unfit(Refusal.NOT_AN_ARCHIVE, "entry " + name + " is not where the directory says");
        }
        boolean link = (zip.getShort(at + 4) >> 8 & 0xff) == UNIX
            && (zip.getInt(at + 38) >>> 16 & UNIX_TYPE_MASK) == UNIX_LINK;
        return new Entry(name, zip.getInt(at + 20) & 0xffffffffL, zip.getInt(at + 24) & 0xffffffffL, link);
    }

    private static String text(ByteBuffer zip, int at, int length) {
        byte[] bytes = new byte[length];
        zip.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void check(List<Entry> entries, long archiveBytes, Limits limits) throws Unfit {
        long packed = 0;
        long unpacked = 0;
        Set<String> names = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.link()) {
                throw new Unfit(Refusal.LINK_INSIDE, "entry " + entry.name() + " is a link");
            }
            if (isUnsafe(entry.name()) || !names.add(entry.name().toLowerCase(Locale.ROOT))) {
                throw new Unfit(Refusal.UNSAFE_PATH, "entry '" + entry.name() + "' leaves the folder or is there twice");
            }
            if (entry.unpacked() > Limits.RATIO_FREE_BYTES && entry.unpacked() / Math.max(1, entry.packed()) > limits.ratio()) {
                throw new Unfit(Refusal.SUSPICIOUS_RATIO, "entry " + entry.name() + " unpacks to more than " + limits.ratio() + " times");
            }
            packed += entry.packed();
            unpacked += entry.unpacked();
        }
        if (unpacked > limits.unpackedBytes()) {
            throw new Unfit(Refusal.TOO_MUCH_INSIDE, unpacked + " bytes unpacked, at most " + limits.unpackedBytes() + " are allowed");
        }
        if (packed > archiveBytes) {
            throw new Unfit(Refusal.NOT_AN_ARCHIVE, "its entries overlap");
        }
    }

    private static boolean isUnsafe(String name) {
        return name.isEmpty() || name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0 || name.indexOf('\0') >= 0
            || List.of(name.split("/", -1)).contains("..");
    }
}
