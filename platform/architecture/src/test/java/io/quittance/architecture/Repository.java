package io.quittance.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of this repository, without what builds and runs leave behind. */
final class Repository {

    private static final Set<String> LEFT_BEHIND = Set.of("target", ".git", ".run", ".idea", ".vscode", ".settings", "node_modules");

    private Repository() {
    }

    static Path home() {
        String home = System.getProperty("quittance.home");
        if (home == null) {
            throw new IllegalStateException("start with -Dquittance.home=<the repository's folder>");
        }
        return Path.of(home).toAbsolutePath().normalize();
    }

    /** Every module that has product classes, by its folder of compiled classes. */
    static List<Path> classFolders() {
        return modules().stream().map(module -> module.resolve("target/classes")).filter(Files::isDirectory).toList();
    }

    /** Every folder with a build file and sources of its own. */
    static List<Path> modules() {
        return files().stream()
                .filter(file -> file.getFileName().toString().equals("pom.xml"))
                .map(Path::getParent)
                .filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                .toList();
    }

    static List<Path> files() {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(home(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return LEFT_BEHIND.contains(folder.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        found.sort(null);
        return found;
    }
}
