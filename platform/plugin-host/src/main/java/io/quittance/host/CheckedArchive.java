package io.quittance.host;

import io.quittance.plugin.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An archive that has passed every check that can be made without loading one of its classes.
 *
 * @param file the private copy that was checked; what was offered may change under our hands, this does not
 */
record CheckedArchive(Path file, PluginManifest manifest, String publisher, String sha256) {

    private static final String SPI_FOLDER = "io/quittance/spi/";
    private static final String MULTI_RELEASE = "META-INF/versions/[0-9]+/";

    /**
     * Copies the archive into quarantine and checks it there.
     *
     * @throws Unfit with the first check that failed; the quarantine is empty again then
     */
    static CheckedArchive of(Path offered, Path quarantine, PublisherKeys trusted, Limits limits) throws Unfit {
        byte[] bytes = bounded(offered, limits.archiveBytes(), Refusal.UNREADABLE);
        Path signatureFile = offered.resolveSibling(offered.getFileName() + ".sig");
        if (!Files.isRegularFile(signatureFile)) {
            throw new Unfit(Refusal.UNSIGNED, "there is no " + signatureFile.getFileName() + " beside it");
        }
        DetachedSignature signature = DetachedSignature.parse(
            new String(bounded(signatureFile, limits.archiveBytes(), Refusal.UNSIGNED), StandardCharsets.UTF_8));
        signature.verify(bytes, trusted);
        List<CentralDirectory.Entry> entries = CentralDirectory.read(bytes, limits);
        Path copy = copy(bytes, quarantine);
        try {
            inflate(copy, entries);
            PluginManifest manifest = PluginManifest.read(copy);
            for (CentralDirectory.Entry entry : entries) {
                String name = entry.name().replaceFirst(MULTI_RELEASE, "");
                if (name.startsWith(SPI_FOLDER) && name.length() > SPI_FOLDER.length()) {
                    throw new Unfit(Refusal.CARRIES_SPI, "it brings " + entry.name() + ": the SPI belongs to the platform");
                }
            }
            return new CheckedArchive(copy, manifest, signature.publisher(), DetachedSignature.sha256(bytes));
        } catch (Unfit refused) {
            discard(copy);
            throw refused;
        }
    }

    void discard() {
        discard(file);
    }

    private static void discard(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException stuck) {
            copy.toFile().deleteOnExit();
        }
    }

    private static byte[] bounded(Path file, long bytesMax, Refusal unreadable) throws Unfit {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Math.toIntExact(bytesMax + 1));
            if (bytes.length > bytesMax) {
                throw new Unfit(Refusal.TOO_LARGE, file.getFileName() + " has more than " + bytesMax + " bytes");
            }
            return bytes;
        } catch (IOException broken) {
            throw new Unfit(unreadable, file.getFileName() + " cannot be read: " + broken.getMessage());
        }
    }

    private static Path copy(byte[] bytes, Path quarantine) {
        try {
            return Files.write(quarantine.resolve(UUID.randomUUID() + ".jar"), bytes);
        } catch (IOException full) {
            throw new IllegalStateException("the quarantine " + quarantine + " cannot be written", full);
        }
    }

    /** Unpacks every entry into nothing: the directory's sizes were only claims. */
    private static void inflate(Path copy, List<CentralDirectory.Entry> entries) throws Unfit {
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            for (CentralDirectory.Entry entry : entries) {
                ZipEntry found = zip.getEntry(entry.name());
                if (found == null) {
                    throw new Unfit(Refusal.NOT_AN_ARCHIVE, "entry " + entry.name() + " is listed but absent");
                }
                try (InputStream in = zip.getInputStream(found)) {
                    if (in.skip(entry.unpacked()) != entry.unpacked() || in.read() >= 0) {
                        throw new Unfit(Refusal.NOT_AN_ARCHIVE, "entry " + entry.name() + " has another size than listed");
                    }
                }
            }
        } catch (IOException broken) {
            throw new Unfit(Refusal.NOT_AN_ARCHIVE, "it does not unpack: " + broken.getMessage());
        }
    }
}
